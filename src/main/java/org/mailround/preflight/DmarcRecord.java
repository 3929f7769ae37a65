package org.mailround.preflight;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a domain asks of those who get mail in its name (DMARC, RFC 7489 section 6.3).
 *
 * @param policy {@code none}, {@code quarantine} or {@code reject}
 * @param strictDkim whether {@code d=} must be the very domain of the From
 * @param strictSpf the same for the domain of the envelope
 */
record DmarcRecord(String policy, boolean strictDkim, boolean strictSpf) {

    private static final Pattern VERSION = Pattern.compile("v\\s*=\\s*DMARC1\\s*(;.*)?", Pattern.DOTALL);
    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");

    static List<String> texts(Dns dns, String domain) {
        return dns.txt("_dmarc." + domain).stream()
                .filter(txt -> VERSION.matcher(txt.strip()).matches())
                .toList();
    }

    /** Empty where it is broken. */
    static Optional<DmarcRecord> parse(String text) {
        return parse(text, false);
    }

    /** @param above whether it is the record of a domain above: it may ask something else of those below ({@code sp}) */
    static Optional<DmarcRecord> parse(String text, boolean above) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : text.split(";")) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.putIfAbsent(
                        tag.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        tag.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
            } else if (!tag.isBlank()) {
                return Optional.empty();
            }
        }
        String policy = tags.getOrDefault("p", "");
        String below = tags.getOrDefault("sp", "");
        return POLICIES.contains(policy)
                ? Optional.of(new DmarcRecord(
                        above && POLICIES.contains(below) ? below : policy,
                        tags.getOrDefault("adkim", "r").equals("s"),
                        tags.getOrDefault("aspf", "r").equals("s")))
                : Optional.empty();
    }
}
