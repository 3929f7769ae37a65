package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeUtility;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.rfc.EmailAddress;

class HeadersTests {

    private static final EmailAddress ANA = EmailAddress.parse("ana@example.com");

    @Test
    void plainTextStaysAsItIs() {
        assertThat(new Headers().text("Subject", "Riverside weekly:  sleep"))
                .hasToString("Subject: Riverside weekly:  sleep\r\n");
    }

    @Test
    void nothingButTheNameWhereThereIsNoText() {
        assertThat(new Headers().text("Subject", "")).hasToString("Subject:\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?B?QmNjOiB4?=",
                "a =?utf-8?q?b?= c",
                "Schlaf für alle",
                "النوم أفضل دواء",
                "😀👩‍⚕️😴",
                "a\u202Eb",
                "\"quoted\" \\ <x@y.example>, (comment); z"
            })
    void anyTextIsReadAsItWasWritten(String text) throws Exception {
        for (String value : List.of(text, text.repeat(40).strip(), ("word " + text).repeat(40))) {
            String header = new Headers().text("Subject", value.strip()).toString();

            assertThat(header.split("\r\n"))
                    .allMatch(line -> line.length() <= 76)
                    .allMatch(line -> !line.isBlank());
            assertThat(MimeUtility.decodeText(
                            MimeUtility.unfold(header.substring(9).stripTrailing())))
                    .isEqualTo(value.strip());
        }
    }

    @Test
    void aWordTooLongForALineIsEncodedSoThatItFolds() {
        String header = new Headers().text("Subject", "x".repeat(2000)).toString();

        assertThat(header.split("\r\n")).allMatch(line -> line.length() <= 76);
    }

    @Test
    void namesAreWrittenAsPlainlyAsTheyMay() {
        assertThat(to("Ana Lopez")).isEqualTo("To: Ana Lopez <ana@example.com>\r\n");
        assertThat(to("Ana \"A\" Lopez, Dr.")).isEqualTo("To: \"Ana \\\"A\\\" Lopez, Dr.\" <ana@example.com>\r\n");
        assertThat(to("Ana  Lopez")).isEqualTo("To: \"Ana  Lopez\" <ana@example.com>\r\n");
        assertThat(to("Ana López")).isEqualTo("To: =?UTF-8?Q?Ana_L=C3=B3pez?= <ana@example.com>\r\n");
        assertThat(to("=?utf-8?q?x?=")).startsWith("To: =?UTF-8?").doesNotContain("=?utf-8?q?x?=");
        assertThat(to(null)).isEqualTo("To: ana@example.com\r\n");
    }

    @ParameterizedTest
    @MethodSource("controls")
    void refusesControls(int control) {
        String text = "a" + Character.toString(control) + "b";

        assertThatThrownBy(() -> new Headers().text("Subject", text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Headers().mailbox("To", text, ANA)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Headers().tokens("List-Id", List.of(text)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Integer> controls() {
        return Stream.concat(IntStream.range(0, 0x20).boxed(), Stream.of(0x7f, 0x80, 0x85, 0x9f, 0x2028, 0x2029));
    }

    private static String to(@Nullable String name) {
        return new Headers().mailbox("To", name, ANA).toString();
    }
}
