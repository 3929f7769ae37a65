package org.mailround.preflight;

import java.time.Duration;

/** Says what was not asked to the end. */
final class Late {

    private Late() {}

    static void tell(Area area, Duration longest, Findings found) {
        if (area == Area.RELAY) {
            found.error(
                    "relay.reachable",
                    null,
                    "The relay does not answer within %d seconds: check spring.mail.host and spring.mail.port."
                            .formatted(longest.toSeconds()));
            return;
        }
        String code = area == Area.LINKS ? "link" : area == Area.IMAGES ? "image" : "dns";
        found.warning(
                code + ".unanswered",
                null,
                "%s: not all was answered within %d seconds. Check again later."
                        .formatted(area.heading(), longest.toSeconds()));
    }
}
