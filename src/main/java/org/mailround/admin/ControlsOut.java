package org.mailround.admin;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;

/** Text as people type it: control characters become blanks, but for those that make lines. */
class ControlsOut extends PropertyEditorSupport {

    @Override
    public void setAsText(@Nullable String text) {
        setValue(text == null ? null : text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", " "));
    }
}
