package org.mailround.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailround.mailbox.TestMailbox.Clerk;
import org.springframework.dao.DataAccessResourceFailureException;

/** Against a server that has all that is asked for. */
class ImapMailboxTests {

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("bounces@clinic.example", "bounces", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aThousandMessagesAreTakenOneByOneAndMoved() throws Exception {
        deliver(1, 1000);
        Clerk clerk = new Clerk(subject -> null);

        assertThat(read(clerk)).isEqualTo(new MailboxResult(1000, 0, 0, 0, null));

        assertThat(clerk.subjects).containsExactlyElementsOf(numbers(1, 1000));
        assertThat(subjects("INBOX")).isEmpty();
        assertThat(subjects("Mailround judged")).containsExactlyElementsOf(numbers(1, 1000));
        assertThat(folder("Mailround judged").getMessages()).noneMatch(message -> message.isSet(Flag.SEEN));
        assertThat(read(clerk)).isEqualTo(new MailboxResult(0, 0, 0, 0, null));
    }

    @Test
    void eachGoesWhereItBelongs() throws Exception {
        deliver(1, 3);

        MailboxResult result = read(new Clerk(subject -> Disposal.values()[Integer.parseInt(subject) - 1]));

        assertThat(result).isEqualTo(new MailboxResult(1, 1, 1, 0, null));
        assertThat(subjects("Mailround judged")).containsExactly("1");
        assertThat(subjects("Mailround set aside")).containsExactly("2");
        assertThat(subjects("INBOX")).containsExactly("3");
        assertThat(folder("INBOX").getMessages()).noneMatch(message -> message.isSet(Flag.SEEN));
    }

    @Test
    void ofAVeryLongOneTheFirstMegabyteIsTakenAndAllOfItMoved() throws Exception {
        deliver("long", "x".repeat(70) + "\r\n", 40_000);
        int[] length = new int[1];

        read(new Clerk(subject -> null) {
            @Override
            public Disposal apply(byte[] octets) {
                length[0] = octets.length;
                return super.apply(octets);
            }
        });

        assertThat(length[0]).isEqualTo(1 << 20);
        assertThat(folder("Mailround judged").getMessages())
                .singleElement()
                .satisfies(message ->
                        assertThat(message.getMimeMessage().getSize()).isGreaterThan(2_800_000));
    }

    @Test
    void whatWasTakenBeforeTheProgramDiesIsTakenAgainAndNothingIsLost() throws Exception {
        deliver(1, 120);
        Clerk dying = new Clerk(subject -> {
            if (subject.equals("75")) {
                throw new StackOverflowError();
            }
            return null;
        });
        assertThatThrownBy(() -> read(dying)).isInstanceOf(StackOverflowError.class);

        Clerk next = new Clerk(subject -> null);
        read(next);

        assertThat(next.subjects).containsExactlyElementsOf(numbers(51, 120));
        assertThat(subjects("INBOX")).isEmpty();
        assertThat(subjects("Mailround judged")).containsExactlyElementsOf(numbers(1, 120));
    }

    @Test
    void aDatabaseThatFailsEndsTheReadingAndWhatWasJudgedIsPutAway() throws Exception {
        deliver(1, 20);

        assertThatThrownBy(() -> read(new Clerk(subject -> {
                    if (subject.equals("8")) {
                        throw new DataAccessResourceFailureException("disk full");
                    }
                    return null;
                })))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(subjects("Mailround judged")).containsExactlyElementsOf(numbers(1, 7));
        assertThat(subjects("INBOX")).containsExactlyElementsOf(numbers(8, 20));
    }

    @Test
    void oneThatNobodyCanTakeStaysAndKeepsNoOtherFromBeingTaken() throws Exception {
        deliver(1, 3);

        MailboxResult result = read(new Clerk(subject -> {
            if (subject.equals("2")) {
                throw new IllegalStateException("a mistake of ours");
            }
            return null;
        }));

        assertThat(result).isEqualTo(new MailboxResult(2, 0, 1, 1, null));
        assertThat(subjects("INBOX")).containsExactly("2");
    }

    @Test
    void whatArrivesMeanwhileIsReadThenOrTheNextTime() throws Exception {
        deliver(1, 2);

        read(new Clerk(subject -> {
            if (subject.equals("1")) {
                deliver(3, 3);
            }
            return null;
        }));
        read(new Clerk(subject -> null));

        assertThat(subjects("Mailround judged")).containsExactlyElementsOf(numbers(1, 3));
    }

    @Test
    void twoThatReadAtOnceLoseNothing() throws Exception {
        deliver(1, 300);
        Clerk clerk = new Clerk(subject -> null);

        Stream.of(1, 2)
                .map(reader -> CompletableFuture.runAsync(() -> read(clerk)))
                .toList()
                .forEach(CompletableFuture::join);
        read(clerk);

        assertThat(clerk.subjects).containsAll(numbers(1, 300));
        assertThat(subjects("INBOX")).isEmpty();
        assertThat(subjects("Mailround judged")).containsAll(numbers(1, 300));
    }

    @Test
    void aWrongPasswordIsToldInASentenceWithoutIt() {
        MailboxServer wrong =
                TestMailbox.server(MailboxSettings.Protocol.IMAP, port(), "hush", java.time.Duration.ofSeconds(20));

        assertThatThrownBy(() -> TestMailbox.imap(wrong).read(new Intake(new Clerk(subject -> null))))
                .isInstanceOf(MailboxUnavailableException.class)
                .hasMessageContaining("does not accept the login")
                .hasMessageContaining("check mailround.bounces.username and mailround.bounces.password")
                .hasMessageNotContaining("hush");
    }

    private MailboxResult read(Clerk clerk) {
        return TestMailbox.imap(port()).read(new Intake(clerk));
    }

    private int port() {
        return server.getImap().getPort();
    }

    private void deliver(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(number -> deliver(Integer.toString(number), "Text\r\n", 1));
    }

    private void deliver(String subject, String line, int lines) {
        byte[] octets = ("Subject: " + subject + "\r\n\r\n" + line.repeat(lines)).getBytes(StandardCharsets.US_ASCII);
        try {
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets)));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> subjects(String folder) throws Exception {
        return folder(folder).getMessages().stream()
                .map(ImapMailboxTests::subject)
                .toList();
    }

    private static String subject(StoredMessage message) {
        try {
            return message.getMimeMessage().getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MailFolder folder(String name) throws Exception {
        ImapHostManager manager = server.getManagers().getImapHostManager();
        return Objects.requireNonNull(manager.getFolder(user, name));
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }
}
