package org.mailround.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.judgement.Fixtures.Expected;

/** What comes back is judged for each of its recipients, whoever wrote it. */
class MessageJudgeTests {

    static List<String> files() {
        return Fixtures.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void judgesEachRecipientAsAPersonWould(String file) {
        assertThat(judge(Fixtures.read(file)))
                .extracting(
                        n -> n.judgement().bounceClass().label(),
                        Notification::recipient,
                        n -> n.judgement().reason())
                .containsExactlyInAnyOrderElementsOf(Fixtures.expected()
                        .filter(expected -> expected.file().equals(file))
                        .map(MessageJudgeTests::tuple)
                        .toList());
    }

    private static org.assertj.core.groups.Tuple tuple(Expected expected) {
        return org.assertj.core.groups.Tuple.tuple(expected.bounceClass(), expected.recipient(), expected.reason());
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsEveryKindOfLineEndAlike(String file) {
        String text = new String(Fixtures.read(file), StandardCharsets.ISO_8859_1);
        byte[] dos = text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] mac = text.replace("\n", "\r").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(judge(dos)).hasToString(judge(Fixtures.read(file)).toString());
        assertThat(judge(mac)).hasToString(judge(Fixtures.read(file)).toString());
    }

    @Test
    void namesAReportsRecipientsWithoutTheirEncoding() {
        assertThat(judge(Fixtures.read("xtext-original-recipient.eml")))
                .singleElement()
                .extracting(Notification::named)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.collection(String.class))
                .containsExactlyInAnyOrder("kim+news@example.org", "kim@inner.example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example.org, false",
        "Anna@EXAMPLE.org, false",
        "anna@forward.example, true",
        "anna+2Bnews@example.org, true",
        "unknown, false"
    })
    void knowsAForwardedCopyByWhomItWasWrittenTo(String original, boolean forwarded) {
        assertThat(judge(replaced(
                        "postfix-unknown-user.eml",
                        "Original-Recipient: rfc822;anna@example.org",
                        "Original-Recipient: rfc822;" + original)))
                .singleElement()
                .extracting(Notification::forwarded)
                .isEqualTo(forwarded);
    }

    @Test
    void whomAServerHandsItToIsNobodyElse() {
        assertThat(judge(replaced(
                        "postfix-unknown-user.eml",
                        "Original-Recipient: rfc822;anna@example.org",
                        "X-Actual-Recipient: rfc822;anna@inner.example")))
                .singleElement()
                .extracting(Notification::forwarded)
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redacted", "redacted-7f3a", "User-Redacted", "xxxxx", "XXX", "***", "x"})
    void aRedactedAddressNamesNobody(String local) {
        assertThat(judge(replaced("arf-abuse.eml", "gus@", local + "@")))
                .singleElement()
                .satisfies(complaint -> {
                    assertThat(complaint.judgement().bounceClass()).isEqualTo(BounceClass.COMPLAINT);
                    assertThat(complaint.named()).isEmpty();
                    assertThat(complaint.recipient()).isNull();
                });
    }

    private static byte[] replaced(String file, String what, String by) {
        return new String(Fixtures.read(file), StandardCharsets.UTF_8)
                .replace(what, by)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void tellsNoAddressOfANotification() {
        assertThat(judge(Fixtures.read("postfix-unknown-user.eml")).toString()).doesNotContain("anna");
    }

    @Test
    void anEmptyMessageIsNoReport() {
        assertThat(judge(new byte[0]))
                .singleElement()
                .extracting(n -> n.judgement().bounceClass())
                .isEqualTo(BounceClass.UNKNOWN);
    }

    private static List<Notification> judge(byte[] octets) {
        return MessageJudge.judge(Incoming.of(octets));
    }
}
