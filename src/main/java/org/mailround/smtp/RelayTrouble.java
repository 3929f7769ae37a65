package org.mailround.smtp;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailround.credential.TokenUnavailableException;
import org.mailround.rfc.SmtpReply;

/**
 * What is wrong with a relay.
 *
 * @param reply what the relay said; null where it said nothing
 * @param sentence what happened and how to mend it, for people; tells no address and no password
 */
public record RelayTrouble(Kind kind, @Nullable SmtpReply reply, String sentence) {

    /** The sort of trouble. */
    public enum Kind {
        /** No connection, or it broke before a message was handed over; or nobody answers who gives tokens to log in with. */
        UNREACHABLE,
        /** TLS was demanded and could not be agreed, or the certificate is not to be trusted. */
        TLS,
        /** The relay did not accept our name and password, or our token; or we were refused one. */
        LOGIN,
        /** The relay refused us at the greeting, EHLO or MAIL FROM, or closed the channel (421). */
        REFUSED,
        /** The relay takes no more from us until a day, or an hour, is over. */
        LIMIT
    }

    /** A relay that closes one connection after another without a word. */
    public static RelayTrouble keepsHangingUp(String relay) {
        return new RelayTrouble(
                Kind.UNREACHABLE,
                null,
                "The relay %s keeps closing the connection without a reply: ask its operator.".formatted(relay));
    }

    /** Nobody gives us a token to log in with. */
    static RelayTrouble withoutToken(TokenUnavailableException e) {
        return new RelayTrouble(
                e.mayPass() ? Kind.UNREACHABLE : Kind.LOGIN, null, Objects.requireNonNull(e.getMessage()));
    }

    /** Whether it may pass while we wait. A wrong password, a bad certificate or a 5yz will not, a day's limit tomorrow. */
    public boolean mayPass() {
        return switch (kind) {
            case UNREACHABLE -> true;
            case TLS, LIMIT -> false;
            case LOGIN, REFUSED -> reply != null && reply.isTransient();
        };
    }
}
