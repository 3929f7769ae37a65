package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailround.message.House.NOON;
import static org.mailround.message.House.article;
import static org.mailround.message.House.digest;
import static org.mailround.message.House.edition;
import static org.mailround.message.House.recipient;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.james.jdkim.api.SignatureRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.campaign.Shown;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.Mailbox;

/** Signatures, held against jDKIM. */
class DkimTests {

    private static final Path KEYS = Path.of("src/test/resources/message/keys");

    private final Dkim dkim = Dkim.of(new DkimSettings("news1", "pkcs8.pem"), "clinic.example", KEYS);
    private final Verifier verifier = new Verifier(dkim.key().orElseThrow());
    private final Sender sender =
            new Sender(Mailbox.parse("Riverside Clinic <news@clinic.example>"), null, House.PUBLIC_URL, null);

    @TempDir
    Path home;

    private House house;
    private Mailing mailing;

    @BeforeEach
    void render() {
        house = new House(home, sender, dkim);
        mailing = house.messages.mailing(
                edition("Schlaf für alle"), house.render(digest(article(Shown.FULL, "Sleep", "<p>Go to bed.</p>"))));
    }

    @Test
    void holdsForEveryMailOfAnEdition() {
        for (String name : List.of("Ana", "محمد عبد الله", "x".repeat(300), "=?utf-8?q?b?=", " \u0007 ")) {
            byte[] mail = mailing.octets(recipient(name, "López", Map.of()), NOON);

            Parsed.of(mail);
            assertThat(verifier.verify(mail)).hasSize(1);
        }
    }

    @Test
    void holdsForTestCopiesAndSingleMails() {
        assertThat(verifier.verify(mailing.testOctets(House.ana(), NOON))).hasSize(1);
        assertThat(verifier.verify(single(null))).hasSize(1);
        assertThat(verifier.verify(single("<p>\n.\nAway \n\n</p>"))).hasSize(1);
    }

    private byte[] single(@Nullable String html) {
        SingleMail mail = new SingleMail("A “held” digest", "\n.\nAway \n\n", html);
        return house.singles.octets("abc", EmailAddress.parse("desk@clinic.example"), mail, NOON);
    }

    @Test
    void holdsForAnAddressInUtf8() {
        Recipient recipient = new Recipient(4711, EmailAddress.parse("añá@example.com"), null, null, Map.of());

        assertThat(verifier.verify(mailing.octets(recipient, NOON))).hasSize(1);
    }

    @Test
    void saysHowItIsMade() {
        SignatureRecord signature =
                verifier.verify(mailing.octets(House.ana(), NOON)).get(0);

        assertThat(signature.getDToken()).hasToString("clinic.example");
        assertThat(signature.getSelector()).hasToString("news1");
        assertThat(signature.getSignatureTimestamp()).isEqualTo(NOON.getEpochSecond());
        assertThat(signature.getHeaderCanonicalisationMethod()).isEqualTo("relaxed");
        assertThat(signature.getBodyCanonicalisationMethod()).isEqualTo("relaxed");
        assertThat(signature.getHashKeyType()).hasToString("rsa");
        assertThat(signature.getHashMethod()).hasToString("sha256");
        assertThat(signature.getBodyHashLimit()).isEqualTo(-1);
        assertThat(signature.getHeaders().stream().map(CharSequence::toString))
                .containsExactly(
                        "From",
                        "From",
                        "To",
                        "To",
                        "Subject",
                        "Subject",
                        "Date",
                        "Date",
                        "Reply-To",
                        "Message-ID",
                        "MIME-Version",
                        "Content-Type",
                        "List-Id",
                        "List-Unsubscribe",
                        "List-Unsubscribe-Post",
                        "Feedback-ID");
    }

    @Test
    void isTheFirstHeaderInLinesOfNoMoreThan78() {
        String mail = text(mailing.octets(House.ana(), NOON));
        String header = mail.substring(0, mail.indexOf("\r\nDate: "));

        assertThat(header).startsWith("DKIM-Signature: v=1; a=rsa-sha256; ");
        assertThat(header.split("\r\n")).hasSizeGreaterThan(8).allMatch(line -> line.length() <= 78);
    }

    @ParameterizedTest
    @CsvSource({
        "unsubscribe/, unsubscribe/x",
        "List-Unsubscribe=One-Click, List-Unsubscribe=Two-Clicks",
        "Subject: , Subject: Re: ",
        "Go to bed, Go to work",
        "Ana, Bo",
        "Riverside weekly <weekly, Riverside weekly <monthly",
        "multipart/alternative, multipart/mixed",
        "Feedback-ID: 12, Feedback-ID: 13",
        "t=1, t=2",
        "s=news1, s=news2",
    })
    void failsWhereSomethingIsChanged(String from, String to) {
        String mail = text(mailing.octets(House.ana(), NOON));
        String changed = mail.replaceFirst(from.replace("?", "\\?"), to);

        assertThat(changed).isNotEqualTo(mail);
        assertThat(verifier.verify(octets(changed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"From", "To", "Subject", "Date", "Reply-To"})
    void failsWhereAnotherHeaderIsAdded(String name) {
        String mail = text(mailing.octets(House.ana(), NOON));

        assertThat(verifier.verify(octets(name + ": x@evil.example\r\n" + mail)))
                .isEmpty();
        assertThat(verifier.verify(octets(mail.replaceFirst("\r\n\r\n", "\r\n" + name + ": x@evil.example\r\n\r\n"))))
                .isEmpty();
    }

    @Test
    void failsWhereTheBodyGoesOn() {
        assertThat(verifier.verify(octets(text(mailing.octets(House.ana(), NOON)) + "More.\r\n")))
                .isEmpty();
    }

    @Test
    void holdsWhereRelaysFoldAndPadAsTheyMay() {
        String mail = text(mailing.octets(House.ana(), NOON));
        String relayed = "Received: from a by b\r\n"
                + mail.replace("Subject: ", "SUBJECT :\r\n\t ")
                        .replaceFirst("\r\n\r\n", "  \r\nX-Scanned: yes\r\n\r\n")
                        .replaceAll("--\r\n$", "--  \r\n\r\n\r\n");

        assertThat(verifier.verify(octets(relayed))).hasSize(1);
    }

    @Test
    void holdsForAnyBody() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> pieces =
                List.of(" ", "\t", "\r\n", "\r\n", ".", "..", "a", "word", "  b", "\r\n.\r\n", "From ", "=");
        for (int i = 0; i < 300; i++) {
            String body = IntStream.range(0, random.nextInt(12))
                    .mapToObj(n -> pieces.get(random.nextInt(pieces.size())))
                    .collect(Collectors.joining());
            if (body.isBlank()) {
                continue;
            }
            String mail = "From: a@clinic.example\r\nTo:  \tb@example.com \r\nSubject:\r\n\r\n" + body
                    + (body.endsWith("\r\n") || body.isEmpty() ? "" : "\r\n");

            assertThat(verifier.verify(dkim.signed(octets(mail), NOON)))
                    .as("seed %d, body %s", seed, Arrays.toString(octets(body)))
                    .hasSize(1);
        }
    }

    /** The RFC's own hash of a body in which nothing is: section 3.4.4. jDKIM sees a line break there. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", " \t\r\n\r\n"})
    void anEmptyBodyIsEmpty(String body) {
        assertThat(text(dkim.signed(octets("From: a@clinic.example\r\n\r\n" + body), NOON)))
                .contains("bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;");
    }

    @Test
    void mailGoesUnsignedWithoutAKey() {
        byte[] mail = octets("Subject: x\r\n\r\n");

        assertThat(Dkim.none().signed(mail, NOON)).isSameAs(mail);
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
