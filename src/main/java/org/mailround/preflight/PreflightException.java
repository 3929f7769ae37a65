package org.mailround.preflight;

import java.util.List;

/** This may not go out. */
public class PreflightException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PreflightException(List<String> objections) {
        super(String.join(System.lineSeparator(), objections));
    }
}
