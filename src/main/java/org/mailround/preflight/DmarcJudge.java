package org.mailround.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a domain asks of those who get mail in its name, and which other domains are its own kin. */
final class DmarcJudge {

    private final Dns dns;
    private final Findings found;

    DmarcJudge(Dns dns, Findings found) {
        this.dns = dns;
        this.found = found;
    }

    /** What holds for mail from that domain; its own record, or that of the nearest one above. */
    Optional<DmarcRecord> judge(String domain) {
        for (String level : upwards(domain)) {
            List<String> texts = DmarcRecord.texts(dns, level);
            if (texts.size() > 1) {
                found.error(
                        "dns.dmarc",
                        domain,
                        "%s has %d DMARC records, and receivers then believe none: leave one."
                                .formatted("_dmarc." + level, texts.size()));
                return Optional.empty();
            }
            if (!texts.isEmpty()) {
                return judge(domain, level, texts.get(0));
            }
        }
        found.error(
                "dns.dmarc",
                domain,
                "%1$s has no DMARC record, which Gmail and Yahoo ask of everybody who sends in bulk: add a TXT record at _dmarc.%1$s, to begin with v=DMARC1; p=none"
                        .formatted(domain));
        return Optional.empty();
    }

    private Optional<DmarcRecord> judge(String domain, String level, String text) {
        Optional<DmarcRecord> record = DmarcRecord.parse(text, !level.equals(domain));
        if (record.isEmpty()) {
            found.error(
                    "dns.dmarc",
                    domain,
                    "The DMARC record at _dmarc.%s is broken: it reads v=DMARC1; p=none, or p=quarantine, or p=reject, and more behind that."
                            .formatted(level));
        } else {
            found.ok(
                    "dns.dmarc",
                    domain,
                    "The DMARC record at _dmarc.%s asks for %s of mail from %s."
                            .formatted(level, record.get().policy(), domain));
        }
        return record;
    }

    /**
     * Whether both belong to one organisation. Which domains do is on no list here: it is read from who has a DMARC record
     * above both, as newer receivers do instead of asking the list of public suffixes.
     */
    boolean areKin(String one, String other) {
        if (one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one)) {
            return true;
        }
        return upwards(one).stream()
                .filter(upwards(other)::contains)
                .anyMatch(level -> !DmarcRecord.texts(dns, level).isEmpty());
    }

    /** The domain and those above it, but none of a single label. */
    private static List<String> upwards(String domain) {
        List<String> levels = new ArrayList<>();
        for (String level = domain; level.indexOf('.') > 0; level = level.substring(level.indexOf('.') + 1)) {
            levels.add(level);
        }
        // no receiver asks more often than that
        return levels.size() > 8 ? levels.subList(levels.size() - 8, levels.size()) : levels;
    }
}
