package org.mailround.credential;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.credential.TokenAnswer.Granted;
import org.mailround.credential.TokenAnswer.Refused;
import org.mailround.credential.TokenAnswer.Unavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what somebody who gives tokens answered. */
class TokenReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where none is told (RFC 6749 section 5.1), short enough for any. */
    private static final Duration UNTOLD = Duration.ofMinutes(5);

    /** Those that nobody here is to blame for, though some come with 400. */
    private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error", "slow_down");

    private final List<String> secrets;

    /** @param sent what must not come back in a sentence */
    TokenReader(Collection<String> sent) {
        this.secrets = sent.stream().filter(value -> value.length() >= 8).toList();
    }

    TokenAnswer read(int status, byte[] body) {
        JsonNode json = json(body);
        String error = error(json);
        if (status >= 500 || status == 408 || status == 429 || PASSING.contains(error)) {
            return new Unavailable(reason(status, error, json));
        }
        if (status != 200) {
            return new Refused(error, reason(status, error, json));
        }
        String token = text(json, "access_token");
        if (token == null || !token.matches("[\\x21-\\x7e]+")) {
            return new Refused("", "its answer holds no access token");
        }
        return new Granted(token, expiresIn(json), text(json, "refresh_token"));
    }

    private static @Nullable JsonNode json(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json != null && json.isObject() ? json : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String error(@Nullable JsonNode json) {
        String error = text(json, "error");
        return error != null && error.matches("[a-z_]{1,40}") ? error : "";
    }

    private String reason(int status, String error, @Nullable JsonNode json) {
        String description = text(json, "error_description");
        if (error.isEmpty()) {
            return "it answers " + status;
        }
        return description == null ? error : error + ": " + cleaned(description);
    }

    /** One line, without what is ours alone, without anybody's address, and without the marks of the provider's own log. */
    private String cleaned(String description) {
        String line = description;
        for (String secret : secrets) {
            line = line.replace(secret, "…");
        }
        line = line.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ")
                .replaceAll(" ?(Trace ID|Correlation ID|Timestamp): .*", "")
                .replaceAll("\\S+@\\S+", "…")
                .strip()
                .replaceAll("\\.$", "");
        return line.length() <= 200 ? line : line.substring(0, 199).strip() + "…";
    }

    private static Duration expiresIn(@Nullable JsonNode json) {
        String seconds = text(json, "expires_in");
        return seconds != null && seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : UNTOLD;
    }

    /** Some write numbers as text. */
    private static @Nullable String text(@Nullable JsonNode json, String name) {
        JsonNode value = json == null ? null : json.get(name);
        return value == null
                        || !(value.isString() || value.isNumber())
                        || value.asString().isBlank()
                ? null
                : value.asString();
    }
}
