package org.mailround.preflight;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** Mail should not go out like this. */
    ERROR,
    /** Mail may go out; somebody should look. */
    WARNING,
    /** As it should be, or good to know. */
    OK;

    /** As it is written for programs and people. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
