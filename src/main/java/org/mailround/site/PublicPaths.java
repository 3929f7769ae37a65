package org.mailround.site;

import java.util.stream.Stream;

/** Where the pages are that everybody may open. */
final class PublicPaths {

    /** As Spring's matchers read them. */
    static final String[] PATTERNS = {
        "/unsubscribe/**", "/preferences/**", "/confirm/**", "/read/**", "/subscribe/**", "/archive/**"
    };

    private PublicPaths() {}

    /** @param path from the first slash, without a query */
    static boolean isPublic(String path) {
        return Stream.of(PATTERNS)
                .map(pattern -> pattern.substring(0, pattern.length() - "/**".length()))
                .anyMatch(page -> path.equals(page) || path.startsWith(page + "/"));
    }
}
