package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay.Kept;
import org.mailround.campaign.EditionContents;

/** Everybody reads the fixed words of a mail in their own language, as far as there are words for it. */
@ParameterizedClass
@EnumSource
class LanguagesTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    @Test
    void eachReadsTheirOwnLanguageAndAllOthersTheClinics() throws Exception {
        try (RoundFixture round = new RoundFixture(database, home, 1, "mailround.clinic.language=de")) {
            round.house.list(
                    "people",
                    "email,language",
                    "none@example.com,",
                    "english@example.com,en-GB",
                    "austrian@example.com,de-AT",
                    "spanish@example.com,ES",
                    "french@example.com,fr");

            round.send();

            assertThat(languages(round))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "none@example.com", "de",
                            "english@example.com", "en",
                            "austrian@example.com", "de",
                            "spanish@example.com", "es",
                            "french@example.com", "de"));
            assertThat(round.house
                            .get(EditionContents.class)
                            .variantIds(round.edition().id()))
                    .hasSize(3);
        }
    }

    private static Map<String, String> languages(RoundFixture round) throws MessagingException, IOException {
        Map<String, String> languages = new TreeMap<>();
        for (Kept mail : round.relay.kept()) {
            MimeMultipart parts = (MimeMultipart) mail.message().getContent();
            String html = (String) parts.getBodyPart(1).getContent();
            languages.put(mail.recipient(), html.replaceAll("(?s).*?<html[^>]* lang=\"(.*?)\".*", "$1"));
        }
        return languages;
    }
}
