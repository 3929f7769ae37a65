package org.mailround.preflight;

import java.util.Optional;

/**
 * Whether mail is from whom its From says, as receivers see it (RFC 7489 section 3.1): signed by that domain, or sent from
 * an envelope address of it.
 */
final class Alignment {

    private final String from;
    private final String envelope;
    private final boolean signed;
    private final DmarcJudge dmarc;

    /** @param signed whether mail is signed at all; what signs is the domain of the From */
    Alignment(String from, String envelope, boolean signed, DmarcJudge dmarc) {
        this.from = from;
        this.envelope = envelope;
        this.signed = signed;
        this.dmarc = dmarc;
    }

    void judge(boolean spfPasses, boolean verifies, Optional<DmarcRecord> policy, Findings found) {
        boolean strict = policy.map(DmarcRecord::strictSpf).orElse(false);
        boolean related = strict ? from.equals(envelope) : dmarc.areKin(from, envelope);
        if (verifies) {
            found.ok("dns.alignment", from, "Mail is signed by %s, the domain of the From.".formatted(from));
        } else if (spfPasses && related) {
            found.ok("dns.alignment", from, "Mail is sent by %s, as the From says.".formatted(envelope));
        } else {
            found.error(
                    "dns.alignment",
                    from,
                    "The From is not aligned, so mail from %s fails DMARC: %s, and %s. Sign it: ./mailround dkim-key says how."
                            .formatted(from, dkimReason(), spfReason(related, strict)));
        }
    }

    private String dkimReason() {
        return signed ? "its signature cannot be verified" : "it is not signed";
    }

    private String spfReason(boolean related, boolean strict) {
        if (related) {
            return "the SPF record of %s lets nobody pass".formatted(envelope);
        }
        return strict
                ? "bounces go to %s, while the DMARC record wants that very domain (aspf=s)".formatted(envelope)
                : "bounces go to %s, which is of another organisation, so that SPF does not count".formatted(envelope);
    }
}
