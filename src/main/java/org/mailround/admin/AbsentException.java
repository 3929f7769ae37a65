package org.mailround.admin;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What an address names is not there. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class AbsentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what such as {@code edition 12} */
    public AbsentException(String what) {
        super("no " + what);
    }
}
