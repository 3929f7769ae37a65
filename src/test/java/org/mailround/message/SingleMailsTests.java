package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.Mailbox;

class SingleMailsTests {

    private static final Instant DATE = Instant.parse("2026-11-26T09:00:00Z");

    private final SingleMails mails = new SingleMails(
            new Clinic("Riverside", "4 Mill Lane", ZoneId.of("Europe/Berlin"), null, null, "#0f5c63", "#7fd1d8", null),
            new Sender(Mailbox.parse("Zahnärzte am Fluß <news@riverside.clinic.example>"), null, null, null),
            Dkim.none());

    @Test
    void haveExactlyTheHeadersOfAMailThatNoMachineAnswers() throws Exception {
        MimeMessage mail = mail("A “held” digest", "Nothing new.");

        assertThat(Collections.list(mail.getAllHeaders()).stream().map(Header::getName))
                .containsExactly(
                        "Date",
                        "Message-ID",
                        "From",
                        "To",
                        "Subject",
                        "Auto-Submitted",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Transfer-Encoding");
        assertThat(mail.getHeader("Date", null)).isEqualTo("Thu, 26 Nov 2026 10:00:00 +0100");
        assertThat(mail.getMessageID()).isEqualTo("<abc@riverside.clinic.example>");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Zahnärzte am Fluß");
        assertThat(mail.getRecipients(MimeMessage.RecipientType.TO))
                .containsExactly(new InternetAddress("desk@clinic.example"));
        assertThat(mail.getSubject()).isEqualTo("A “held” digest");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void breakLongLinesAndKeepWhatTheySay() throws Exception {
        String said = "A word — and another. ".repeat(40).strip();

        MimeMessage mail = mail("s", said + "\n.\nFrom here on\n");

        String content = ((String) mail.getContent()).replace("\r\n", "\n");
        assertThat(content.lines()).allMatch(line -> line.length() <= 78);
        assertThat(content.replace('\n', ' ').strip()).isEqualTo(said + " . From here on");
    }

    @Test
    void takeDataForDataInSubjectAndText() throws Exception {
        MimeMessage mail = mail("x\r\nBcc: all@clinic.example", "a\r\n.\r\nQUIT\u0000\uE000\r");

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("x  Bcc: all@clinic.example");
        assertThat((String) mail.getContent()).startsWith("a\r\n.\r\nQUIT");
    }

    private MimeMessage mail(String subject, String text) throws Exception {
        byte[] octets = mails.octets("abc", EmailAddress.parse("desk@clinic.example"), subject, text, DATE);
        String lines = new String(octets, StandardCharsets.ISO_8859_1);
        assertThat(lines).endsWith("\r\n").matches("(?s)[\r\n -~]*");
        assertThat(lines.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(lines.split("\r\n")).allMatch(line -> line.length() <= 78);
        return new MimeMessage(null, new ByteArrayInputStream(octets));
    }
}
