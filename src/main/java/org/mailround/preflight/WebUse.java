package org.mailround.preflight;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.mailround.web.Address;
import org.mailround.web.Failure;
import org.mailround.web.Visit;

/**
 * A link or a picture of a mail.
 *
 * @param what {@code link} or {@code image}: how the codes of its findings begin
 * @param url as it stands in the mail
 * @param place what it is part of, for people
 */
record WebUse(String what, String url, String place) {

    /** It as an address; null where it is none. */
    @Nullable
    URI uri() {
        return Address.of(url);
    }

    /**
     * Tells what can be told without asking. One on a domain made for examples is not asked, and wrong but for a trial.
     *
     * @param trial whether mail goes no further than this machine
     * @return whether it is to be asked
     */
    boolean isWorthAsking(boolean trial, Findings found) {
        URI uri = uri();
        if (uri == null) {
            error("dead", "is no address that a mail program can open: write the whole of it, from https:// on", found);
            return false;
        }
        boolean here = isThisMachine(uri.getHost());
        if (!uri.getScheme().equalsIgnoreCase("https")) {
            tellInsecure(trial && here, found);
        }
        if (isReserved()) {
            if (!trial) {
                error("reserved", "is on a domain made for examples, where nobody gets to: write your own", found);
            }
            return false;
        }
        return true;
    }

    /** Whether it is on a domain made for examples. */
    boolean isReserved() {
        URI uri = uri();
        return uri != null && !isThisMachine(uri.getHost()) && EmailAddress.isReserved(uri.getHost());
    }

    private void tellInsecure(boolean fineForTrying, Findings found) {
        if (fineForTrying) {
            found.warning(
                    what + ".insecure",
                    url,
                    "%s in %s is without https, which is fine on this machine alone.".formatted(url, place));
        } else {
            error("insecure", "is without https, so that others can read along: write https://", found);
        }
    }

    void error(String kind, String sentence, Findings found) {
        found.error(what + "." + kind, url, "%s in %s %s.".formatted(url, place, sentence));
    }

    void warning(String kind, String sentence, Findings found) {
        found.warning(what + "." + kind, url, "%s in %s %s.".formatted(url, place, sentence));
    }

    /** Tells why there is nothing to be seen. */
    void dead(String kind, Visit visit, Findings found) {
        if (visit instanceof Visit.Forbidden) {
            error("private", "leads into a private network, where no subscriber gets to: take it out", found);
        } else if (visit instanceof Visit.Failed failed) {
            error(kind, "is dead, as %s: correct it or take it out".formatted(reason(failed.why())), found);
        } else if (visit instanceof Visit.Answered answered) {
            error(kind, "is dead, as it answers %d: correct it or take it out".formatted(answered.status()), found);
        }
    }

    private static String reason(Failure why) {
        return switch (why) {
            case NO_SUCH_HOST -> "there is no such host";
            case NOBODY_ANSWERS -> "nobody answers there";
            case TOO_LATE -> "it does not answer in time";
            case NOT_TRUSTED -> "its certificate is not to be trusted, or it speaks no TLS";
            case REDIRECTS_NOWHERE -> "it redirects to no address";
            case REDIRECTS_TOO_OFTEN -> "it redirects again and again";
            default -> "it broke off its answer";
        };
    }

    /** By its name: what it resolves to is judged when it is asked. */
    static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
