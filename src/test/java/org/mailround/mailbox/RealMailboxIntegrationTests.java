package org.mailround.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.PostfixAndDovecot;
import org.mailround.mailbox.MailboxSettings.Protocol;

/** What Postfix returns, read from Dovecot. */
class RealMailboxIntegrationTests {

    static final Duration LONGEST = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    static PostfixAndDovecot peers;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(PostfixAndDovecot.isAvailable(), "no Postfix, or no Dovecot");
        peers = new PostfixAndDovecot(folder);
    }

    @AfterAll
    static void stop() {
        if (peers != null) {
            peers.close();
        }
    }

    @Test
    void whatCannotBeDeliveredComesBackAndIsReadByImap() throws Exception {
        send("ana@example.com", "nobody@example.com", "full@example.com", "x@unknown.example", "x@full.example");
        send("x@blocked.example", "x@busy.example", "x@gone.example");

        List<String> told = read(imap(), reports -> reports.size() >= 9);

        assertThat(told)
                .containsExactlyInAnyOrder(
                        "nobody@example.com failed 5.1.1",
                        "full@example.com failed 5.2.2",
                        "x@unknown.example failed 5.1.1",
                        "x@full.example failed 5.2.2",
                        "x@blocked.example failed 5.7.1",
                        "x@busy.example delayed 4.2.2",
                        "x@busy.example failed 4.2.2",
                        "x@gone.example delayed 4.4.1",
                        "x@gone.example failed 4.4.1");
        assertThat(read(imap(), reports -> true)).isEmpty();
    }

    @Test
    void aHundredReportsAreReadByPop3AndDeleted() throws Exception {
        send(IntStream.range(0, 100)
                .mapToObj(i -> "p%d@unknown.example".formatted(i))
                .toArray(String[]::new));

        List<String> told = read(pop3(), reports -> reports.size() >= 100);

        assertThat(told).hasSize(100).doesNotHaveDuplicates().allMatch(report -> report.endsWith("failed 5.1.1"));
        assertThat(read(pop3(), reports -> true)).isEmpty();
    }

    private static List<String> read(Mailbox mailbox, Predicate<List<String>> enough) {
        List<String> told = new CopyOnWriteArrayList<>();
        Instant end = Instant.now().plus(LONGEST);
        do {
            MailboxResult result = mailbox.read(new Intake(octets -> {
                told.add(report(new String(octets, StandardCharsets.UTF_8)));
                return Disposal.JUDGED;
            }));
            assertThat(result.interruption()).isNull();
        } while (!enough.test(told) && Instant.now().isBefore(end));
        return told;
    }

    private static String report(String text) {
        return "%s %s %s"
                .formatted(field(text, "Final-Recipient: rfc822;"), field(text, "Action:"), field(text, "Status:"));
    }

    private static String field(String text, String name) {
        Matcher matcher =
                Pattern.compile("^" + name + " *(\\S+)", Pattern.MULTILINE).matcher(text);
        return matcher.find() ? matcher.group(1) : "none";
    }

    private static Mailbox imap() {
        return TestMailbox.imap(TestMailbox.server(settings(Protocol.IMAP, peers.imap())));
    }

    private static Mailbox pop3() {
        return new PopMailbox(
                TestMailbox.server(settings(Protocol.POP3, peers.pop3())), new AsideFiles(folder.resolve("aside")));
    }

    private static MailboxSettings settings(Protocol protocol, int port) {
        return new MailboxSettings(
                "127.0.0.1",
                port,
                protocol,
                null,
                "bounces@clinic.example",
                "secret",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void send(String... recipients) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.from", "bounces+token@clinic.example");
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", peers.smtp(), null, null);
            for (String recipient : recipients) {
                MimeMessage message = new MimeMessage(session);
                message.setFrom("news@clinic.example");
                message.setRecipients(Message.RecipientType.TO, recipient);
                message.setText("Hello");
                message.saveChanges();
                transport.sendMessage(message, InternetAddress.parse(recipient));
            }
        }
    }
}
