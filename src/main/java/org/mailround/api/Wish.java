package org.mailround.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a program asks to be sent: a digest by its name, or a mailing sent once, as {@code send} takes them.
 *
 * @param campaign a digest's name
 * @param subject of a mailing sent once; data, never merged
 * @param markdown what it says, with merge tags
 * @param list the name of the list that it is for
 * @param template its template; null for the usual one
 * @param again whether it may go out although the same went to the same list before
 */
record Wish(
        @Nullable String campaign,
        @Nullable String subject,
        @Nullable String markdown,
        @Nullable String list,
        @Nullable String template,
        @Nullable Boolean again) {

    boolean isDigest() {
        return campaign != null;
    }

    boolean mayRepeat() {
        return Boolean.TRUE.equals(again);
    }

    /** @throws ResponseStatusException if it is neither, or both, or something is missing */
    void check() {
        boolean isOneOff = subject != null || markdown != null || list != null || template != null || again != null;
        if (isDigest() && isOneOff) {
            throw wrong("Name a campaign, or subject, markdown and list: not both.");
        }
        if (!isDigest() && !isOneOff) {
            throw wrong("Send what? Name a campaign, such as weekly-digest, or subject, markdown and list.");
        }
        if (isOneOff) {
            require("subject", subject);
            require("markdown", markdown);
            require("list", list);
        }
    }

    private static void require(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw wrong(
                    "A mailing sent once needs subject, markdown and list: %s is missing or empty.".formatted(name));
        }
    }

    static ResponseStatusException wrong(String sentence) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
    }
}
