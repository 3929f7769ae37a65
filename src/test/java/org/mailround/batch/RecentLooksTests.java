package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.article.Collector;
import org.mailround.campaign.CampaignNotFoundException;
import org.mailround.recent.StillCountingException;
import org.mailround.subscriber.Importer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages tell of the next edition, on every database. */
@ParameterizedClass
@EnumSource
class RecentLooksTests {

    static final Mission DIGEST = new Mission.Digest("weekly-digest");

    @Parameter
    Database database;

    @TempDir
    Path home;

    TestHouse house;
    Looks looks;

    @BeforeEach
    void open() {
        house = new TestHouse(database, home);
        // whose numbers begin there is taken to know as many people
        house.get(JdbcClient.class)
                .sql("alter table subscriber alter column id restart with 30001")
                .update();
        house.list("people", "email\nana@example.com\nbo@example.com\n").article("walk.txt", "A walk\n\nGood.\n");
        house.get(Collector.class).collect();
        importPeople();
        looks = house.get(Looks.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whereManyAreKnownAPageTellsWhatWasCountedAMomentAgoUntilSomethingIsChanged() {
        assertThat(mailed()).isEqualTo(2);

        house.list("people", "email\nana@example.com\nbo@example.com\ncy@example.com\n");
        importPeople();
        assertThat(mailed()).isEqualTo(2);
        looks.forget();
        assertThat(mailed()).isEqualTo(3);
    }

    @Test
    void whoIsLeftOutIsCountedByTheReason() {
        JdbcClient jdbc = house.get(JdbcClient.class);
        jdbc.sql("update subscription set state = 'unsubscribed' where subscriber_id ="
                        + " (select id from subscriber where address = 'bo@example.com')")
                .update();

        Outlook outlook = outlook();

        assertThat(outlook.forecast().mailed()).isOne();
        assertThat(outlook.forecast().excluded()).isEqualTo(Map.of("unsubscribed", 1L));
    }

    @Test
    void whatFailsIsToldAsItIs() {
        assertThatThrownBy(() -> {
                    try {
                        looks.outlook(new Mission.Digest("none"));
                    } catch (StillCountingException e) {
                        outlook();
                        looks.outlook(new Mission.Digest("none"));
                    }
                })
                .isInstanceOf(CampaignNotFoundException.class);
    }

    void importPeople() {
        house.get(Importer.class).importFile(home.resolve("subscribers/people.csv"), "people", false, rows -> {});
    }

    long mailed() {
        return outlook().forecast().mailed();
    }

    Outlook outlook() {
        while (true) {
            try {
                return looks.outlook(DIGEST).orElseThrow();
            } catch (StillCountingException e) {
                Thread.onSpinWait();
            }
        }
    }
}
