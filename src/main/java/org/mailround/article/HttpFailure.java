package org.mailround.article;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why an address gave no answer, or not all of it. */
final class HttpFailure {

    /**
     * @param address what the reason calls it
     * @param total how long it was waited for
     */
    static UnreadableException of(String address, Duration total, Throwable cause) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            String reason = reason(e);
            if (e instanceof LimitedBody.TooLargeException) {
                return Fetched.tooLarge(address);
            }
            if (e instanceof HttpTimeoutException) {
                return timedOut(address, total, cause);
            }
            if (reason != null) {
                return new UnreadableException(address + reason, cause);
            }
        }
        return cause instanceof ConnectException
                ? new UnreadableException(address + ": nothing answers there: check the address, or try later", cause)
                : new UnreadableException(address + " broke off its answer: try later", cause);
    }

    static UnreadableException timedOut(String address, Duration total, Throwable cause) {
        return new UnreadableException(
                "%s did not answer within %d s: try later, or check the address".formatted(address, total.toSeconds()),
                cause);
    }

    private static @Nullable String reason(Throwable cause) {
        // A name that is not known is the cause of a connection that is refused.
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return ": no computer of that name is known: check the spelling";
        }
        if (cause instanceof SSLException) {
            return " has no certificate that can be trusted: ask whoever runs the site";
        }
        return null;
    }

    private HttpFailure() {}
}
