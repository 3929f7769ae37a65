package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay.Kept;

/** Programs that look at every link of every mail before its reader does. */
class ScannedMailboxTests {

    @ParameterizedTest
    @EnumSource
    void lookingAtEveryLinkOfAMailboxChangesNothing(Database database, @TempDir Path home) throws Exception {
        try (PublicHouse site = new PublicHouse(database, home)) {
            site.send();
            site.ask("cara@example.com");
            site.post(PublicHouse.pathsIn(site.mailOf("cara@example.com")).first());
            site.answer();
            site.ask("ana@example.com");
            site.ask("dan@example.com");
            TreeSet<String> links = new TreeSet<>();
            for (Kept mail : site.relay.kept()) {
                links.addAll(PublicHouse.pathsIn(mail));
            }
            List<Map<String, Object>> before = site.books();

            for (String link : links) {
                assertThat(site.get(link).statusCode()).as(link).isEqualTo(200);
                assertThat(site.head(link).statusCode()).as(link).isEqualTo(200);
            }
            site.answer();

            // two digests, a welcome, a question, and two that tell who gets it already or is asked
            assertThat(site.relay.kept()).hasSize(6);
            assertThat(links).hasSize(2 * 3 + 2 + 2 + 2);
            assertThat(site.books()).isEqualTo(before);
        }
    }
}
