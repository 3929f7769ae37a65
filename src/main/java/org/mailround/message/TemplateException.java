package org.mailround.message;

import org.jspecify.annotations.Nullable;

/** A template cannot be used. The message is one sentence for staff: the file, the line where one is known, the mend. */
public class TemplateException extends RuntimeException {

    TemplateException(String message) {
        super(message);
    }

    TemplateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
