package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-05-31",
                "2024-05-31 14:30:00Z",
                "2024-05-31T14:30:00z",
                "2024-05-31T14:30:00",
                "2024-05-31T14:30:0٣Z"
            })
    void leavesOtherFormsToThoseWhoKnowThem(String text) {
        assertThat(PlainTime.is(text)).isFalse();
    }

    @Test
    void readsWhatTheStandardParserReadsAndRefusesWhatItRefuses() {
        Random random = new Random(6);
        for (int i = 0; i < 50_000; i++) {
            String text = "%04d-%02d-%02dT%02d:%02d:%02dZ"
                    .formatted(
                            random.nextInt(10_000),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(62));
            assertThat(PlainTime.is(text)).isTrue();
            assertThat(plain(text)).as(text).isEqualTo(standard(text));
        }
    }

    private static String plain(String text) {
        try {
            return PlainTime.read(text).toString();
        } catch (DateTimeException e) {
            return "refused";
        }
    }

    private static String standard(String text) {
        try {
            return DateTimeFormatter.ISO_DATE_TIME
                    .parse(text, OffsetDateTime::from)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            return "refused";
        }
    }
}
