package org.mailround.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.mailbox.MailboxSettings.Protocol;
import org.mailround.mailbox.TestMailbox.Clerk;

class PopMailboxTests {

    @TempDir
    Path data;

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3));
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
    void oneThatIsSetAsideIsAFileForItsOwnerAloneBeforeItIsDeleted() throws Exception {
        String body = "x".repeat(70) + "\r\n";
        deliver("long", body, 20_000);

        assertThat(read(new Clerk(subject -> Disposal.SET_ASIDE))).isEqualTo(new MailboxResult(0, 1, 0, 0, null));

        assertThat(subjects()).isEmpty();
        Path file = files().get(0);
        byte[] octets = Files.readAllBytes(file);
        assertThat(new String(octets, StandardCharsets.US_ASCII))
                .startsWith("Subject: long")
                .hasSizeGreaterThan(20_000 * body.length())
                .contains(body.repeat(20_000));
        assertThat(file).hasFileName(DigestUtils.sha256Hex(octets) + ".eml");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void oneThatCannotBeSetAsideStays() throws Exception {
        Files.createDirectory(data.resolve("bounces"));
        Files.createFile(data.resolve("bounces/aside"));
        deliver(1, 2);

        assertThat(read(new Clerk(subject -> subject.equals("1") ? Disposal.SET_ASIDE : null)))
                .isEqualTo(new MailboxResult(1, 0, 1, 1, null));

        assertThat(subjects()).containsExactly("1");
    }

    @Test
    void whatArrivesMeanwhileWaitsForTheNextTime() throws Exception {
        deliver(1, 2);

        read(new Clerk(subject -> {
            if (subject.equals("1")) {
                deliver(3, 3);
            }
            return null;
        }));

        assertThat(subjects()).containsExactly("3");
    }

    @Test
    void aWrongPasswordIsToldInASentenceWithoutIt() {
        assertThatThrownBy(() -> mailbox("hush").read(new Intake(new Clerk(subject -> null))))
                .isInstanceOf(MailboxUnavailableException.class)
                .hasMessageContaining("does not accept the login")
                .hasMessageContaining("check mailround.bounces.username and mailround.bounces.password")
                .hasMessageNotContaining("hush");
    }

    private MailboxResult read(Clerk clerk) {
        return mailbox("secret").read(new Intake(clerk));
    }

    private PopMailbox mailbox(String password) {
        return new PopMailbox(
                TestMailbox.server(Protocol.POP3, server.getPop3().getPort(), password, Duration.ofSeconds(20)),
                new AsideFiles(data.resolve("bounces/aside")));
    }

    private void deliver(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(number -> deliver(Integer.toString(number), "Text\r\n", 1));
    }

    private void deliver(String subject, String line, int lines) {
        byte[] octets = ("Subject: " + subject + "\r\n\r\n" + line.repeat(lines)).getBytes(StandardCharsets.US_ASCII);
        try {
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> subjects() throws Exception {
        Clerk all = new Clerk(subject -> Disposal.LATER);
        read(all);
        return all.subjects;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("bounces/aside"))) {
            return files.toList();
        }
    }
}
