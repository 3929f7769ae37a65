package org.mailround.credential;

import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.mailround.credential.TokenAnswer.Unavailable;

/** Asks for access tokens (RFC 6749 sections 4.4 and 6). */
class TokenEndpoint {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final OAuth2Settings settings;
    private final URI uri;
    private final Duration total;

    /** @param total how long one answer may take, to its last octet */
    TokenEndpoint(OAuth2Settings settings, Duration total) {
        this.settings = settings;
        this.uri = URI.create(Objects.requireNonNull(settings.tokenUri()));
        this.total = total;
    }

    String host() {
        return uri.getHost();
    }

    TokenAnswer askAsOurselves() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        return post(form);
    }

    TokenAnswer ask(String refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return post(form);
    }

    private TokenAnswer post(Map<String, String> form) {
        form.put("client_id", Objects.requireNonNull(settings.clientId()));
        if (settings.clientSecret() != null) {
            form.put("client_secret", settings.clientSecret());
        }
        if (settings.scope() != null) {
            form.put("scope", settings.scope());
        }
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(total)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("User-Agent", "Mailround")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        return send(request, new TokenReader(form.values()));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A client an hour: it has a thread, which ends with it. A redirect is not followed, as it might lead anywhere. */
    private TokenAnswer send(HttpRequest request, TokenReader reader) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT.compareTo(total) < 0 ? CONNECT : total)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            // The request's own timeout ends with the head of the answer.
            HttpResponse<byte[]> response = answer.get(total.toMillis(), TimeUnit.MILLISECONDS);
            return reader.read(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            return new Unavailable("it did not answer within %d s".formatted(total.toSeconds()));
        } catch (ExecutionException e) {
            return new Unavailable(reason(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable("we were told to stop");
        } finally {
            answer.cancel(true);
        }
    }

    private String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "there is no such host";
            }
            if (cause instanceof HttpTimeoutException) {
                return "it did not answer within %d s".formatted(total.toSeconds());
            }
            if (cause instanceof SSLException) {
                return "its certificate cannot be trusted";
            }
        }
        return failure instanceof ConnectException ? "nothing answers there" : "it broke off its answer";
    }
}
