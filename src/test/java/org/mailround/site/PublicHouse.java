package org.mailround.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.TestRelay.Kept;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.notice.Answers;
import org.mailround.notice.Outbox;
import org.mailround.report.Report;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.SubscriptionRequest;
import org.mailround.subscriber.SubscriptionRequests;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house that serves, a relay, and a visitor who keeps no cookies. */
class PublicHouse implements AutoCloseable {

    static final String FORM = "application/x-www-form-urlencoded";

    /** Whatever looks like a token. */
    private static final Pattern TOKEN = Pattern.compile("[a-zA-Z2-7]{39}");

    final TestRelay relay = new TestRelay();
    final TestHouse house;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_NONE);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    PublicHouse(Database database, Path home, String... properties) {
        house = new TestHouse(
                database,
                home,
                TestHouse.serving(Stream.concat(
                                Stream.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port()),
                                Stream.of(properties))
                        .toArray(String[]::new)));
        house.article("walk.txt", "A walk a day\n\nIt does you good.\n")
                .list("back-care", "email,first_name", "ana@example.com,Ana", "ben@example.com,Ben")
                .list("news", "email,first_name", "ana@example.com,Ana");
    }

    /** A digest for everybody. */
    Report send() {
        return house.get(Rounds.class).run(new Mission.Digest("weekly-digest")).report();
    }

    /** The mail that this person got last. */
    Kept mailOf(String address) {
        return relay.kept().stream()
                .filter(kept -> kept.recipient().equals(address))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The path of a page for somebody's delivery, as a link in their mail has it. */
    String path(Purpose purpose, String address) {
        long delivery = one("select max(id) from delivery where address = ?", address);
        return path(purpose, delivery);
    }

    String path(Purpose purpose, long id) {
        return "/" + purpose.name().toLowerCase(Locale.ROOT) + "/" + token(purpose, id);
    }

    String token(Purpose purpose, long id) {
        Tokens tokens = house.get(Tokens.class);
        return tokens.sign(tokens.currentKey(), purpose, id);
    }

    long one(String sql, Object... parameters) {
        return house.get(JdbcClient.class)
                .sql(sql)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    void change(String sql, Object... parameters) {
        house.get(JdbcClient.class).sql(sql).params(parameters).update();
    }

    /** {@code list: state} of one person. */
    List<String> lists(String address) {
        return house.get(JdbcClient.class)
                .sql("""
                        select l.name || ': ' || n.state from subscription n join mailing_list l on l.id = n.list_id
                        join subscriber s on s.id = n.subscriber_id where s.address = ? order by l.name
                        """)
                .param(address)
                .query(String.class)
                .list();
    }

    /** One person's row. */
    Map<String, Object> person(String address) {
        return house.get(JdbcClient.class)
                .sql(
                        "select first_name, last_name, language, topics, frequency, chosen from subscriber where address = ?")
                .param(address)
                .query()
                .singleRow();
    }

    /** All that a link might change. */
    List<Map<String, Object>> books() {
        List<Map<String, Object>> books = new ArrayList<>();
        for (String table : List.of(
                "subscription order by id",
                "suppression",
                "subscriber order by id",
                "subscription_request order by id",
                "subscription_request_list order by request_id, list_id",
                "leaving_reason")) {
            books.addAll(house.get(JdbcClient.class)
                    .sql("select * from " + table)
                    .query()
                    .listOfRows());
        }
        books.addAll(house.get(JdbcClient.class)
                .sql("select * from delivery order by id")
                .query()
                .listOfRows());
        return books;
    }

    /** Every path of this house that a mail links to, in HTML, text and headers. */
    static TreeSet<String> pathsIn(Kept mail) throws Exception {
        TreeSet<String> paths = new TreeSet<>();
        jakarta.mail.internet.MimeMessage message = mail.message();
        jakarta.mail.Multipart parts = (jakarta.mail.Multipart) message.getContent();
        String text = (String) parts.getBodyPart(0).getContent();
        String html = (String) parts.getBodyPart(1).getContent();
        String header = Objects.requireNonNullElse(message.getHeader("List-Unsubscribe", null), "");
        String hrefs = String.join(" ", Jsoup.parse(html).select("[href]").eachAttr("href"));
        Pattern.compile("http://127\\.0\\.0\\.1:8080(/[^\\s>]*)")
                .matcher(String.join(" ", text, hrefs, header))
                .results()
                .forEach(url -> paths.add(url.group(1)));
        return paths;
    }

    HttpResponse<String> get(String path) {
        return exchange(request(path).GET());
    }

    HttpResponse<String> get(String path, String language) {
        return exchange(request(path).header("Accept-Language", language).GET());
    }

    HttpResponse<String> head(String path) {
        return exchange(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path, String type, String body) {
        return exchange(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /**
     * Fills in the form to subscribe by.
     *
     * @param client where they come from, as a proxy tells it
     * @param more other fields, such as {@code list=news}
     */
    HttpResponse<String> subscribe(String client, String email, String... more) {
        return exchange(request("/subscribe")
                .header("Content-Type", FORM)
                .header("X-Forwarded-For", client)
                .POST(BodyPublishers.ofString(String.join(
                        "&",
                        Stream.concat(
                                        Stream.of("email=" + URLEncoder.encode(email, StandardCharsets.UTF_8)),
                                        Stream.of(more))
                                .toList()))));
    }

    /** Somebody is asked whether they want the list “news”; returns the request's number. */
    long ask(String address) {
        house.get(SubscriptionRequests.class)
                .ask(new SubscriptionRequest(
                        EmailAddress.parse(address),
                        null,
                        null,
                        List.of(),
                        "Yes.",
                        Set.of(one("select id from mailing_list where name = 'news'"))));
        answer();
        return one("select max(id) from subscription_request");
    }

    /** What a process that stays does by itself. */
    void answer() {
        house.get(Answers.class).write();
        house.get(Outbox.class).flush();
    }

    HttpResponse<String> post(String path) {
        return exchange(request(path).POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house.url() + path));
    }

    /** An answer as one sees it who cannot read tokens: status, headers and page. */
    static String withoutTokens(HttpResponse<String> answer, String token) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        // each hundredth answer on one connection ends it
        headers.remove("connection");
        String page = TOKEN.matcher(answer.body().replace("/" + token, "/…")).replaceAll("…");
        return answer.statusCode() + "\n" + headers + "\n" + page;
    }

    @Override
    public void close() {
        house.close();
        relay.close();
    }
}
