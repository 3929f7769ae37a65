package org.mailround.admin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.mailround.TestHouse;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.mailround.staff.Role;
import org.mailround.staff.StaffLinks;

/** Somebody who comes to the real port with a browser's cookies, and signs in. */
public class Visitor {

    static final String PASSWORD = "a walk by the river";

    private final String url;
    private final HttpClient client;

    /** Follows where pages lead, as browsers do. */
    Visitor(TestHouse house) {
        this(house.url().toString(), Redirect.NORMAL);
    }

    /**
     * Comes to a program of another process.
     *
     * @param url such as {@code http://127.0.0.1:8080}
     */
    public static Visitor of(String url) {
        return new Visitor(url, Redirect.NORMAL);
    }

    private Visitor(String url, Redirect redirect) {
        this.url = url;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(redirect)
                .build();
    }

    /** Stays where a page leads elsewhere, to see that it does. */
    public static Visitor whoStays(TestHouse house) {
        return new Visitor(house.url().toString(), Redirect.NEVER);
    }

    /** Signs in as somebody new of that role. */
    public static Visitor signedIn(TestHouse house, Role role) {
        Account account = house.get(Accounts.class).create(role.label(), null, role);
        Visitor visitor = new Visitor(house);
        StaffLinks links = house.get(StaffLinks.class);
        links.choosePassword(links.forPassword(account), PASSWORD);
        visitor.signIn(account.name(), PASSWORD);
        return visitor;
    }

    /** As the login form does it. */
    public HttpResponse<String> signIn(String name, String password) {
        return post("/login", Map.of("username", name, "password", password));
    }

    public String url() {
        return url;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build(), BodyHandlers.ofString());
    }

    /** As a browser does it whose visitor goes to a page, and is led there again after signing in. */
    public HttpResponse<String> visit(String path) {
        return send(request(path).header("Accept", "text/html").GET().build(), BodyHandlers.ofString());
    }

    public Document page(String path) {
        return Jsoup.parse(get(path).body(), url + path);
    }

    /** What comes piece by piece, as it comes. */
    public InputStream stream(String path) {
        return send(request(path).GET().build(), BodyHandlers.ofInputStream()).body();
    }

    /** Fills in the form that a page has, and sends it: without its hidden word nothing is changed. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        String hidden = page(page)
                .select("form[action=" + action + "] input[name=_csrf]")
                .attr("value");
        return post(action, fields, hidden);
    }

    /** The same with the hidden word that the login page gives to everybody. */
    public HttpResponse<String> post(String action, Map<String, String> fields) {
        return post(action, fields, hiddenWord("/login"));
    }

    public HttpResponse<String> post(String action, Map<String, String> fields, String hidden) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + URLEncoder.encode(hidden, StandardCharsets.UTF_8) + "&" + body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As a form does it that has one field several times. */
    public HttpResponse<String> postAll(String action, String field, List<String> values, String hidden) {
        String body = values.stream()
                .map(value -> field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + URLEncoder.encode(hidden, StandardCharsets.UTF_8) + "&" + body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As a form with a file does it, with the hidden word of the login page unless another is given as {@code _csrf}. */
    public HttpResponse<String> upload(String action, byte[] file, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("_csrf", hiddenWord("/login")));
        all.putAll(fields);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((name, value) -> body.writeBytes(
                ("--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value))
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                request(action)
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The word that forms on a page need. */
    public String hiddenWord(String page) {
        return Objects.requireNonNull(page(page).selectFirst("input[name=_csrf]"))
                .attr("value");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofMinutes(1));
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
