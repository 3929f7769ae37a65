package org.mailround.preflight;

import java.time.Duration;

/** Says what was not asked to the end. */
final class Late {

    private Late() {}

    static void tell(Area area, Duration longest, Findings found) {
        String code = switch (area) {
            case RELAY -> "relay.unanswered";
            case LINKS -> "link.unanswered";
            case IMAGES -> "image.unanswered";
            default -> "dns.unanswered";
        };
        found.warning(
                code,
                null,
                "%s: not all was answered within %d seconds. Check again later."
                        .formatted(area.heading(), longest.toSeconds()));
    }
}
