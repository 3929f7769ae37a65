package org.mailround.article;

import java.net.URI;
import java.time.Duration;
import org.mailround.web.Address;
import org.mailround.web.Failure;
import org.mailround.web.PrivateHosts.HostPort;
import org.mailround.web.Visit.Answered;
import org.mailround.web.Visit.Forbidden;

/** Why a source on the web gives no feed, and what helps. */
final class FeedTrouble {

    private final Source.Feed source;
    private final String shown;
    private final Duration total;

    /** @param total how long an answer is waited for */
    FeedTrouble(Source.Feed source, Duration total) {
        this.source = source;
        this.shown = WebAddress.shown(source.url());
        this.total = total;
    }

    UnreadableException noAddress() {
        return told(" leads to something that is no web address: correct the source's url");
    }

    UnreadableException tooLarge() {
        return Fetched.tooLarge(shown);
    }

    UnreadableException forbidden(Forbidden forbidden) {
        HostPort place = HostPort.of(forbidden.address());
        String found = forbidden.found().getHostAddress();
        URI own = Address.of(source.url());
        if (own != null && HostPort.of(own).equals(place)) {
            return told(
                    (" leads to an address of a private network (%s): if that is meant, set allow-private-hosts: true"
                                    + " for this source")
                            .formatted(found));
        }
        return told((" redirects to %s, an address of a private network (%s): if that is meant, name %s in"
                        + " allow-private-hosts of this source")
                .formatted(forbidden.address(), found, place));
    }

    UnreadableException failed(Failure why) {
        return switch (why) {
            case NO_SUCH_HOST -> told(": no computer of that name is known: check the spelling");
            case NOBODY_ANSWERS -> told(": nothing answers there: check the address, or try later");
            case TOO_LATE ->
                told(" did not answer within %d s: try later, or check the address".formatted(total.toSeconds()));
            case NOT_TRUSTED -> told(" has no certificate that can be trusted: ask whoever runs the site");
            case BROKEN_OFF -> told(" broke off its answer: try later");
            case TOO_LARGE -> tooLarge();
            case DAMAGED -> told(" answers with damaged gzip: ask whoever runs the site");
            case REDIRECTS_NOWHERE -> noAddress();
            case REDIRECTS_TOO_OFTEN -> told(" redirects more than 5 times: use the address it ends at");
            case LEAVES_HTTPS ->
                told(
                        " redirects from https to http, where others can change what is read: ask whoever runs the site for"
                                + " an address that stays with https");
            case ABANDONED -> told(" was not read to the end: collect again");
        };
    }

    UnreadableException refused(Answered answered) {
        int status = answered.status();
        return switch (status) {
            case 401, 403 ->
                told(" answers %d and lets nobody in: use an address that is open to all".formatted(status));
            case 404, 410 -> told(" answers %d, there is no such page: correct the source's url".formatted(status));
            case 429, 503 ->
                told(" answers %d and no feed: %s".formatted(status, later(answered.header("Retry-After"))));
            default -> told(" answers %d and no feed: try later, or check the address in a browser".formatted(status));
        };
    }

    /** RFC 9110 section 10.2.3: seconds, or a date. */
    private static String later(String retryAfter) {
        if (retryAfter.matches("\\d{1,9}")) {
            return "it may be asked again in %s s".formatted(retryAfter);
        }
        return retryAfter.matches("[A-Z][a-z]{2}, [\\w :+-]{1,40}")
                ? "it may be asked again after " + retryAfter
                : "try later, or check the address in a browser";
    }

    private UnreadableException told(String clause) {
        return new UnreadableException(shown + clause);
    }
}
