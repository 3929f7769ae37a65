package org.mailround.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.DataSubjects;

/** What came back of somebody is theirs to see, and to have erased. */
@ParameterizedClass
@EnumSource
class BounceDataTests {

    private static final EmailAddress ANA = EmailAddress.parse("p001@example.com");

    @Parameter
    Database database;

    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init")
    BounceHouse bounces;

    @BeforeEach
    void open() {
        bounces = new BounceHouse(database, home, 2);
        bounces.send();
        bounces.take(BounceHouse.dsn(
                bounces.mailOf(ANA.text()), "failed", "5.1.1", "550 5.1.1 <p001@example.com>: User unknown"));
    }

    @AfterEach
    void close() {
        bounces.close();
    }

    @Test
    void whatCameBackIsPartOfAnExport() {
        assertThat(held()).contains("bounceClass=hard", "<p001@example.com>: User unknown");
    }

    @Test
    void theErasedAreInNoReportAndInNoMessageThatWasSetAside() throws IOException {
        Path aside = Files.createDirectories(home.resolve("data/bounces/aside"));
        Path plain = Files.writeString(aside.resolve("1.eml"), "From: P001@Example.com\n\nMay I bring my dog?\n");
        Path encoded = Files.writeString(
                aside.resolve("2.eml"),
                "From: a@example.org\nContent-Transfer-Encoding: base64\nContent-Type: text/plain\n\n"
                        + Base64.getEncoder().encodeToString("About p001@example.com: please stop.".getBytes())
                        + "\n");
        Path other = Files.writeString(aside.resolve("3.eml"), "From: xp001@example.com\n\nHello\n");

        bounces.house.get(DataSubjects.class).erase(ANA);

        assertThat(bounces.ids("select count(*) from bounce where diagnostic is not null"))
                .containsExactly(0L);
        assertThat(bounces.ids("select count(*) from suppression where delivery_id is not null"))
                .containsExactly(0L);
        assertThat(plain).doesNotExist();
        assertThat(encoded).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void aReportOnTheErasedChangesNothingAndKeepsNoWordOfIt() {
        String late = BounceHouse.dsn(
                bounces.mailOf(ANA.text()), "failed", "5.1.1", "550 5.1.1 <p001@example.com> is still unknown");
        bounces.house.get(DataSubjects.class).erase(ANA);

        bounces.take(late);

        assertThat(bounces.outcomes()).containsExactly("acted", "too-old");
        assertThat(bounces.ids("select count(*) from bounce where diagnostic is not null"))
                .containsExactly(0L);
    }

    private String held() {
        DataSubjects subjects = bounces.house.get(DataSubjects.class);
        return subjects.held(subjects.of(ANA)).toString();
    }
}
