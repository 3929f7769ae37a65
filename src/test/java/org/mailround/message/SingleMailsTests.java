package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.Mailbox;

class SingleMailsTests {

    private static final Instant DATE = Instant.parse("2026-11-26T09:00:00Z");

    @TempDir
    Path home;

    House house;
    SingleMails mails;

    @BeforeEach
    void open() {
        house = new House(
                home,
                new Sender(Mailbox.parse("Zahnärzte am Fluß <news@riverside.clinic.example>"), null, null, null),
                Dkim.none(),
                House.clinic("en"));
        mails = house.singles;
    }

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
        assertThat(mail.getHeader("Date", null)).isEqualTo("Thu, 26 Nov 2026 09:00:00 +0000");
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

    @Test
    void aConfirmationHasOneButtonAndNothingToUnsubscribeFrom() throws Exception {
        house.shipped();
        SingleMail mail = mails.confirm(
                "es-MX",
                List.of("Riverside \"weekly\"", "Ideas", "<b>more</b>"),
                URI.create("https://news.clinic.example/confirm/abc"));

        Parsed read = Parsed.of(mails.octets("abc", EmailAddress.parse("ana@example.com"), mail, DATE));
        Document html = Jsoup.parse(read.html());
        assertThat(read.message().getSubject())
                .isEqualTo("Confirme su suscripción: Riverside \"weekly\", Ideas y <b>more</b>");
        assertThat(read.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(read.headerNames()).noneMatch(name -> name.startsWith("List-") || name.equals("Precedence"));
        assertThat(html.select(".button a").eachAttr("href"))
                .containsExactly("https://news.clinic.example/confirm/abc");
        assertThat(html.select("a").eachAttr("href")).containsOnly("https://news.clinic.example/confirm/abc");
        assertThat(html.text()).contains("Hola:", "«Riverside \"weekly\", Ideas y <b>more</b>»", "1 Mill Lane");
        assertThat(read.text()).contains("Hola:", "\nhttps://news.clinic.example/confirm/abc\n", "1 Mill Lane");
    }

    @Test
    void aWelcomeSaysHowToLeave() throws Exception {
        house.shipped();
        SingleMail mail = mails.welcome(
                null,
                null,
                List.of("Riverside weekly"),
                URI.create("https://news.clinic.example/unsubscribe/abc"),
                URI.create("https://news.clinic.example/preferences/abc"));

        Parsed read = Parsed.of(mails.octets("abc", EmailAddress.parse("ana@example.com"), mail, DATE));
        assertThat(read.message().getSubject()).isEqualTo("Welcome to Riverside weekly");
        assertThat(Jsoup.parse(read.html()).select("a").eachAttr("href"))
                .contains("https://news.clinic.example/unsubscribe/abc", "https://news.clinic.example/preferences/abc");
        assertThat(read.text())
                .contains(
                        "Hello there,",
                        "Unsubscribe:\nhttps://news.clinic.example/unsubscribe/abc",
                        "news@riverside.clinic.example");
    }

    @Test
    void whoGetsItAlreadyIsToldWhereToChange() throws Exception {
        house.shipped();
        SingleMail mail = mails.already(
                "Ana <b>",
                "de",
                List.of("Riverside weekly"),
                URI.create("https://news.clinic.example/unsubscribe/abc"),
                URI.create("https://news.clinic.example/preferences/abc"));

        Parsed read = Parsed.of(mails.octets("abc", EmailAddress.parse("ana@example.com"), mail, DATE));
        assertThat(read.message().getSubject()).isEqualTo("Sie erhalten Riverside weekly bereits");
        assertThat(Jsoup.parse(read.html()).select(".button a").eachAttr("href"))
                .containsExactly("https://news.clinic.example/preferences/abc");
        assertThat(read.text())
                .contains("Ana <b>", "\nhttps://news.clinic.example/preferences/abc", "/unsubscribe/abc");
    }

    @Test
    void aNoticeTellsEverythingThatHappened() throws Exception {
        house.shipped();
        SingleMail mail = mails.notice(
                "Mailround: 2 things to look at",
                List.of(
                        new Happening("Thu 26 Nov, 09:00", "The relay <takes> no mail.\r\nBcc: x"),
                        new Happening("Thu 26 Nov, 09:05", "A digest is held.")));

        Parsed read = Parsed.of(mails.octets("abc", EmailAddress.parse("desk@clinic.example"), mail, DATE));
        assertThat(read.text())
                .contains(
                        "* Thu 26 Nov, 09:00: The relay <takes> no mail.", "A digest is held.", "mailround.alerts.to");
        assertThat(Jsoup.parse(read.html()).text()).contains("The relay <takes> no mail.", "A digest is held.");
    }

    @Test
    void aBrokenTemplateOrItsWordsStopNoAlarm() throws Exception {
        for (String broken : List.of("notice.html", "notice.txt", "layout.css", "words_en.properties")) {
            house.shipped();
            house.template(broken, "[[${nonsense}]] }} x={0 <p th:text=\"${nonsense}\">");

            SingleMail mail = mails.notice("Held", List.of(new Happening("Thu 26 Nov, 09:00", "A digest is held.")));

            assertThat(mail.html()).isNull();
            assertThat(mail.text()).contains("* Thu 26 Nov, 09:00: A digest is held.", "mailround.alerts.to");
        }
    }

    private MimeMessage mail(String subject, String text) throws Exception {
        byte[] octets = mails.octets(
                "abc", EmailAddress.parse("desk@clinic.example"), new SingleMail(subject, text, null), DATE);
        String lines = new String(octets, StandardCharsets.ISO_8859_1);
        assertThat(lines).endsWith("\r\n").matches("(?s)[\r\n -~]*");
        assertThat(lines.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(lines.split("\r\n")).allMatch(line -> line.length() <= 78);
        return new MimeMessage(null, new ByteArrayInputStream(octets));
    }
}
