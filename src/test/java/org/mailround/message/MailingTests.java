package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailround.message.House.NOON;
import static org.mailround.message.House.ana;
import static org.mailround.message.House.recipient;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Kind;
import org.mailround.campaign.Variant;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.Mailbox;
import org.mailround.token.Purpose;

class MailingTests {

    private static final Variant HELLO = new Variant(
            "en",
            "<p>Hi " + Slots.person(Slot.Kind.FIRST_NAME, "d&#39;ami") + "</p><a href=\""
                    + Slots.link(Slot.Kind.UNSUBSCRIBE) + "\">u</a>\n",
            "Hi " + Slots.person(Slot.Kind.FIRST_NAME, "d'ami") + "\n" + Slots.link(Slot.Kind.UNSUBSCRIBE));

    @TempDir
    Path home;

    House house;
    Mailing mailing;

    @BeforeEach
    void open() {
        house = new House(home);
        mailing = house.messages.mailing(House.edition("Schlaf für alle"), HELLO);
    }

    @Test
    void theWholeMailIsAsWritten() {
        String unsubscribe = token(Purpose.UNSUBSCRIBE, 4711);

        assertThat(new String(mailing.octets(ana(), NOON), StandardCharsets.US_ASCII).replace("\r\n", "\n"))
                .isEqualTo("""
                        Date: Mon, 23 Nov 2026 12:00:00 +0000
                        Message-ID: <%s@clinic.example>
                        To: =?UTF-8?Q?Ana_L=C3=B3pez?= <ana@example.com>
                        List-Unsubscribe:
                         <https://news.clinic.example/unsubscribe/%s>,
                         <mailto:news@clinic.example?subject=unsubscribe%%20%s>
                        From: Riverside Clinic <news@clinic.example>
                        Subject: =?UTF-8?Q?Schlaf_f=C3=BCr_alle?=
                        List-Unsubscribe-Post: List-Unsubscribe=One-Click
                        List-Id: Riverside weekly <weekly-digest.clinic.example>
                        Feedback-ID: 12:weekly-digest:digest:clinic.example
                        Precedence: bulk
                        MIME-Version: 1.0
                        Content-Type: multipart/alternative; boundary="=_mailround_12"

                        --=_mailround_12
                        Content-Type: text/plain; charset=UTF-8
                        Content-Transfer-Encoding: quoted-printable

                        Hi =
                        Ana=

                        https://news.clinic.example/unsubscribe/%s=
                        %s=


                        --=_mailround_12
                        Content-Type: text/html; charset=UTF-8
                        Content-Transfer-Encoding: quoted-printable

                        <p>Hi =
                        Ana=
                        </p><a href=3D"=
                        https://news.clinic.example/unsubscribe/%s=
                        %s=
                        ">u</a>

                        --=_mailround_12--
                        """.formatted(
                                token(Purpose.MESSAGE_ID, 4711),
                                unsubscribe,
                                unsubscribe,
                                unsubscribe.substring(0, 35),
                                unsubscribe.substring(35),
                                unsubscribe.substring(0, 35),
                                unsubscribe.substring(35)));
    }

    @Test
    void theMessageIdIsTheSameAtEveryAttempt() throws Exception {
        assertThat(Parsed.of(mailing.octets(ana(), NOON.plusSeconds(60))).header("Message-ID"))
                .isEqualTo(mailing.messageId(4711))
                .isEqualTo("<" + token(Purpose.MESSAGE_ID, 4711) + "@clinic.example>");
    }

    @Test
    void aNameThatIsNotKnownIsReplacedByTheFallback() throws Exception {
        for (String name : new String[] {null, "", " ", "\r\n", "\uE000"}) {
            Parsed mail = Parsed.of(mailing.octets(recipient(name, null, Map.of()), NOON));

            assertThat(mail.text()).startsWith("Hi d'ami\n");
            assertThat(mail.html()).startsWith("<p>Hi d&#39;ami</p>");
            assertThat(mail.header("To")).isEqualTo("ana@example.com");
        }
    }

    @Test
    void aTestIsMarkedAndItsLinksChangeNothing() throws Exception {
        Parsed mail = Parsed.of(mailing.testOctets(ana(), NOON));

        assertThat(mail.message().getSubject()).isEqualTo("[Test] Schlaf für alle");
        assertThat(mail.text()).contains("/unsubscribe/" + token(Purpose.UNSUBSCRIBE, 0));
        assertThat(mail.header("List-Unsubscribe"))
                .contains(token(Purpose.UNSUBSCRIBE, 0))
                .doesNotContain(token(Purpose.UNSUBSCRIBE, 4711));
        assertThat(mail.header("Message-ID"))
                .isNotEqualTo(Parsed.of(mailing.testOctets(ana(), NOON.plusSeconds(1)))
                        .header("Message-ID"));
    }

    @Test
    void withoutPublicPagesEverythingGoesByMail() throws Exception {
        House alone = new House(home, (URI) null);
        Variant variant = new Variant(
                "en",
                HELLO.html() + Slots.link(Slot.Kind.PREFERENCES),
                HELLO.text() + Slots.link(Slot.Kind.PREFERENCES));
        Parsed mail =
                Parsed.of(alone.messages.mailing(House.edition("x"), variant).octets(ana(), NOON));

        String mailto = "mailto:news@clinic.example?subject=unsubscribe%20" + token(Purpose.UNSUBSCRIBE, 4711);
        assertThat(mail.header("List-Unsubscribe")).isEqualTo("<" + mailto + ">");
        assertThat(mail.header("List-Unsubscribe-Post")).isNull();
        assertThat(mail.html()).contains("<a href=\"" + mailto + "\">");
        assertThat(mail.text()).isEqualTo("Hi Ana\n" + mailto + mailto + "\n");
    }

    @Test
    void repliesGoWhereTheClinicWantsThem() throws Exception {
        Sender sender = new Sender(
                Mailbox.parse("\"Mill \\\"&\\\" Lane, Praxis für alle\" <o'n#e@clinic.example>"),
                Mailbox.parse("desk@clinic.example"),
                URI.create("https://news.clinic.example/mail/ä"),
                null);
        Parsed mail = Parsed.of(new House(home, sender)
                .messages
                .mailing(House.edition("x"), HELLO)
                .octets(ana(), NOON));

        assertThat(mail.message().getReplyTo()[0].toString()).isEqualTo("desk@clinic.example");
        assertThat(((jakarta.mail.internet.InternetAddress) mail.message().getFrom()[0]).getPersonal())
                .isEqualTo("Mill \"&\" Lane, Praxis für alle");
        assertThat(mail.header("List-Unsubscribe"))
                .contains("<https://news.clinic.example/mail/%C3%A4/unsubscribe/")
                .contains("<mailto:o'n%23e@clinic.example?subject=");
    }

    @Test
    void aListIdIsNeverTooLong() throws Exception {
        String domain = "a.".repeat(80) + "example";
        for (String title : new String[] {"x".repeat(500), "ж".repeat(500), "😀 ".repeat(250), "a \"b\" ".repeat(60)}) {
            Campaign campaign = new Campaign(3, "n".repeat(100), Kind.ONE_OFF, title, "announcement", null);
            Sender sender = new Sender(Mailbox.parse("news@" + domain), null, null, null);
            byte[] octets = new House(home, sender)
                    .messages
                    .mailing(House.edition(campaign, title), HELLO)
                    .octets(ana(), NOON);
            String listId = new String(octets, StandardCharsets.US_ASCII)
                    .replaceAll("(?s).*\r\nList-Id: ?(.*?)\r\n(?! ).*", "$1");

            assertThat(listId.length()).isLessThanOrEqualTo(255);
            assertThat(listId).endsWith("." + domain + ">").doesNotEndWith("<." + domain + ">");
        }
    }

    @Test
    void aCampaignNamedInAnotherScriptHasAListId() throws Exception {
        Campaign campaign = new Campaign(3, "النوم", Kind.ONE_OFF, "النوم", "announcement", null);
        Parsed mail = Parsed.of(
                house.messages.mailing(House.edition(campaign, "x"), HELLO).octets(ana(), NOON));

        assertThat(mail.header("List-Id")).endsWith(" <campaign-3.clinic.example>");
        assertThat(mail.header("Feedback-ID")).isEqualTo("12:campaign-3:one-off:clinic.example");
    }

    @Test
    void anAddressBeyondAsciiStaysAsItIs() {
        Recipient recipient = new Recipient(1, EmailAddress.parse("añá@bücher.example"), null, null, Map.of());

        assertThat(new String(mailing.octets(recipient, NOON), StandardCharsets.UTF_8))
                .contains("\r\nTo: añá@xn--bcher-kva.example\r\n");
    }

    @Test
    void aLogDoesNotTellWhoARecipientIs() {
        assertThat(ana()).hasToString("Recipient[4711]");
    }

    private String token(Purpose purpose, long id) {
        return house.tokens.sign("0001", purpose, id);
    }
}
