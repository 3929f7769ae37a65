package org.mailround.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.RelayTrouble.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says why a relay does not know us. */
final class LoginTrouble {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LoginTrouble() {}

    /**
     * @param reply what the relay said; null where it knows none of our ways to log in
     * @param challenge what it said before, of a token; null where it said nothing
     */
    static RelayTrouble refused(SmtpRelay relay, Login login, @Nullable SmtpReply reply, @Nullable String challenge) {
        if (reply == null) {
            return new RelayTrouble(Kind.LOGIN, null, offersNone(relay, login));
        }
        String said = Stream.of(reply.line(), told(challenge))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
        return new RelayTrouble(
                Kind.LOGIN,
                reply,
                "The relay %s does not accept the login (%s): %s."
                        .formatted(relay.name(), said, login.credentials().mend()));
    }

    /** What is amiss though the relay took the connection; null where nothing is. */
    static @Nullable RelayTrouble missing(SmtpRelay relay, RelayTransport transport) {
        Login login = relay.login();
        if (login == null) {
            return null;
        }
        if (transport.isLoginWithheld()) {
            return new RelayTrouble(
                    Kind.TLS,
                    null,
                    ("The relay %s offers no TLS, and a login is not sent where others might read it: use a port at which it "
                                    + "does, or take spring.mail.username away.")
                            .formatted(relay.name()));
        }
        // without a login by password some relays take mail from where we are; a token is asked for by those that want
        // it
        return login.isByToken() && !transport.supportsExtension("AUTH")
                ? new RelayTrouble(Kind.LOGIN, null, offersNone(relay, login))
                : null;
    }

    private static String offersNone(SmtpRelay relay, Login login) {
        return login.isByToken()
                ? "The relay %s takes no login by token (XOAUTH2): check spring.mail.host, or take the settings under mailround.relay.oauth2 away."
                        .formatted(relay.name())
                : "The relay %s offers no way to log in that we know, or spring.mail.password is missing."
                        .formatted(relay.name());
    }

    /** As Google and Microsoft word it: {@code 334} and JSON in base64 with a status and a scope. */
    private static String told(@Nullable String challenge) {
        if (challenge == null || challenge.length() < 5) {
            return "";
        }
        try {
            byte[] octets = Base64.getDecoder().decode(challenge.substring(4).strip());
            JsonNode json = JSON.readTree(new String(octets, StandardCharsets.UTF_8));
            return Stream.of("status", "scope")
                    .filter(name -> json.path(name).isString())
                    .map(name -> name + " " + json.path(name).asString())
                    .map(words -> words.replaceAll("[^\\x20-\\x7e]|\\S+@\\S+", ""))
                    .map(words -> words.length() <= 100 ? words : words.substring(0, 99) + "…")
                    .collect(Collectors.joining(", "));
        } catch (IllegalArgumentException | JacksonException e) {
            return "";
        }
    }
}
