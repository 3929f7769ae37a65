package org.mailround.bounce;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.TestRelay.Kept;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.mailbox.Disposal;
import org.mailround.report.Report;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Suppression;
import org.mailround.subscriber.Suppressions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A house that has sent mail to {@code p001@example.com} and so on, and reports on it as mail servers write them. */
class BounceHouse implements AutoCloseable {

    static final String[] VERP = {"mailround.bounces.address=bounces@clinic.example"};

    final TestRelay relay = new TestRelay();
    final TestHouse house;
    private int articles;

    BounceHouse(Database database, Path home, int people, String... properties) {
        this.house = new TestHouse(
                database,
                home,
                Stream.concat(
                                Stream.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port()),
                                Stream.of(properties))
                        .toArray(String[]::new));
        house.list(
                "people",
                Stream.concat(
                                Stream.of("email"),
                                IntStream.rangeClosed(1, people).mapToObj("p%03d@example.com"::formatted))
                        .toArray(String[]::new));
    }

    /** An edition with an article of its own. */
    Report send() {
        articles++;
        house.article("walk%d.txt".formatted(articles), "Walk number %d\n\nIt does you good.\n".formatted(articles));
        return house.get(Rounds.class).run(new Mission.Digest("weekly-digest")).report();
    }

    /** The last mail that this person got. */
    Kept mailOf(String address) {
        return relay.kept().stream()
                .filter(kept -> kept.recipient().equals(address))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    Disposal take(String message) {
        return house.get(Clerk.class).take(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** As Postfix reports on a mail, to its envelope sender. */
    static String dsn(Kept mail, String action, String status, String diagnostic) {
        return dsn(mail, mail.sender(), mail.recipient(), mail.messageId(), action, status, diagnostic);
    }

    static String dsn(
            Kept mail, String to, String recipient, String messageId, String action, String status, String diagnostic) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                To: %s
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain; charset=us-ascii

                Your message could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; %s

                --b
                Content-Type: text/rfc822-headers

                From: news@riverside.clinic.example
                To: %s
                Message-ID: %s
                Subject: Your digest

                --b--
                """.formatted(to, recipient, action, status, diagnostic, mail.recipient(), messageId);
    }

    /** As a mailbox provider tells that a reader called a mail spam (RFC 5965). */
    static String complaint(Kept mail, String recipient, String messageId) {
        return """
                From: feedback@provider.example
                Subject: Abuse report
                To: %s
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="b"

                --b
                Content-Type: text/plain; charset=us-ascii

                This is an email abuse report.
                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Provider/1.0
                Version: 1
                Original-Rcpt-To: %s

                --b
                Content-Type: message/rfc822

                From: news@riverside.clinic.example
                To: %s
                Message-ID: %s
                Subject: Your digest

                Hello
                --b--
                """.formatted(mail.sender(), recipient, recipient, messageId);
    }

    /** Why the address is suppressed, if it is. */
    Optional<String> suppressed(String address) {
        return house.get(Suppressions.class).find(EmailAddress.parse(address)).map(Suppression::reason);
    }

    String one(String sql, Object... parameters) {
        return String.valueOf(
                house.get(JdbcClient.class).sql(sql).params(parameters).query().singleValue());
    }

    List<Long> ids(String sql) {
        return house.get(JdbcClient.class).sql(sql).query(Long.class).list();
    }

    void change(String sql, Object... parameters) {
        house.get(JdbcClient.class).sql(sql).params(parameters).update();
    }

    /** How each read message was taken. */
    List<String> outcomes() {
        return house.get(JdbcClient.class)
                .sql("select outcome from bounce_report order by id")
                .query(String.class)
                .list();
    }

    /** All that a report might change. */
    List<Map<String, Object>> books() {
        return Stream.of(
                        "delivery order by id",
                        "suppression order by id",
                        "subscription order by id",
                        "bounce order by delivery_id")
                .flatMap(table ->
                        house.get(JdbcClient.class).sql("select * from " + table).query().listOfRows().stream())
                .toList();
    }

    @Override
    public void close() {
        house.close();
        relay.close();
    }
}
