package org.mailround.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay.Kept;
import org.mailround.notice.Notice;
import org.mailround.notice.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Postfix would return of an edition, in a mailbox: only those who are gone are not mailed again. */
@ParameterizedClass
@EnumSource
class BounceReadingTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @SuppressWarnings("NullAway.Init")
    GreenMailUser mailbox;

    @SuppressWarnings("NullAway.Init") // each test opens its own
    BounceHouse bounces;

    @BeforeEach
    void start() {
        server.start();
        mailbox = server.setUser("bounces@clinic.example", "bounces", "secret");
    }

    @AfterEach
    void stop() {
        bounces.close();
        server.stop();
    }

    void open(int people, String... properties) {
        bounces = new BounceHouse(
                database,
                home,
                people,
                Stream.concat(
                                Stream.of(
                                        "mailround.bounces.host=127.0.0.1",
                                        "mailround.bounces.port="
                                                + server.getImap().getPort(),
                                        "mailround.bounces.username=bounces",
                                        "mailround.bounces.password=secret"),
                                Stream.of(properties))
                        .toArray(String[]::new));
    }

    @Test
    void onlyThoseWhoAreGoneAreNotMailedAgainWithAnAddressForEachMail() throws Exception {
        open(6, BounceHouse.VERP);
        onlyThoseWhoAreGone();
    }

    @Test
    void andWithout() throws Exception {
        open(6);
        onlyThoseWhoAreGone();
    }

    private void onlyThoseWhoAreGone() throws Exception {
        bounces.send();
        arrive(1, "failed", "5.1.1", "550 5.1.1 User unknown");
        arrive(2, "failed", "5.2.2", "552 5.2.2 Quota exceeded (mailbox for user is full)");
        arrive(3, "delayed", "4.4.1", "connect to mx.example[192.0.2.1]:25: Connection refused");
        arrive(3, "failed", "4.4.1", "connect to mx.example[192.0.2.1]:25: Connection refused");
        arrive(4, "failed", "5.7.1", "554 5.7.1 Service unavailable; client blocked");
        Kept complained = mailOf(5);
        arrive(BounceHouse.complaint(complained, complained.recipient(), complained.messageId()));
        arrive("From: ana@example.com\nSubject: May I bring my dog?\n\nMay I?\n");

        BounceResult result = bounces.house.get(BounceReading.class).read();

        assertThat(result.judged()).isEqualTo(6);
        assertThat(result.setAside()).isOne();
        assertThat(result.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of("acted", 5L, "counted", 1L, "no-token", 1L));
        assertThat(suppressions()).containsExactly("p001@example.com bounced", "p005@example.com complaint");
        assertThat(bounces.house.get(Notices.class).current())
                .extracting(Notice::sentence)
                .anyMatch(it -> it.contains("Mailround set aside"));
        assertThat(bounces.house.get(BounceReading.class).read()).isEqualTo(BounceResult.NOTHING);
    }

    @Test
    void whatWasJudgedBeforeAProgramDiedIsNotJudgedAgain() throws Exception {
        open(3);
        bounces.send();
        for (int person = 1; person <= 3; person++) {
            arrive(person, "failed", "5.1.1", "550 5.1.1 User unknown");
        }
        // it had written what came of the first, and not yet moved it
        bounces.take(dsn(1, "failed", "5.1.1", "550 5.1.1 User unknown"));
        String written = bounces.one("select judged_at from bounce");

        BounceResult result = bounces.house.get(BounceReading.class).read();

        assertThat(result.judged()).isEqualTo(3);
        assertThat(result.outcomes()).isEqualTo(Map.of("acted", 2L));
        assertThat(bounces.one("select count(*) from bounce_report")).isEqualTo("3");
        assertThat(bounces.one("select count(*) from bounce")).isEqualTo("3");
        assertThat(bounces.one("select min(judged_at) from bounce")).isEqualTo(written);
        assertThat(server.getManagers().getImapHostManager().getInbox(mailbox).getMessageCount())
                .isZero();
    }

    private Kept mailOf(int person) {
        return bounces.mailOf("p%03d@example.com".formatted(person));
    }

    private String dsn(int person, String action, String status, String diagnostic) {
        return BounceHouse.dsn(mailOf(person), action, status, diagnostic);
    }

    private void arrive(int person, String action, String status, String diagnostic) throws Exception {
        arrive(dsn(person, action, status, diagnostic));
    }

    private void arrive(String message) throws Exception {
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private List<String> suppressions() {
        return bounces.house
                .get(JdbcClient.class)
                .sql("select address || ' ' || reason from suppression order by address")
                .query(String.class)
                .list();
    }
}
