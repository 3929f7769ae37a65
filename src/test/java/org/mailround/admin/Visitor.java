package org.mailround.admin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Somebody with a browser of their own: keeps cookies, follows no redirect, and fills forms in as they stand. */
public class Visitor {

    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param base such as {@code http://127.0.0.1:8080} */
    public Visitor(String base) {
        this.base = base;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> send(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Posts a form with the CSRF token that pages give. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, csrf());
    }

    /** The same with a CSRF token that the caller has. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String csrf) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encoded(csrf) + "&", ""));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** As the login form does it; answers where it leads. */
    public HttpResponse<String> signIn(String name, String password) {
        return post("/login", Map.of("username", name, "password", password));
    }

    /** The login page has one for strangers and for staff alike. */
    public String csrf() {
        return Jsoup.parse(get("/login").body())
                .select("form[method=post] input[name=_csrf]")
                .attr("value");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
