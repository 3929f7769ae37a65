package org.mailround.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;

class MailroundHealthIndicatorTests {

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void isUpWhileNothingOrLittleIsWrong(Database database) {
        try (TestHouse house = new TestHouse(database, home)) {
            NoticeTable notices = house.get(NoticeTable.class);
            notices.inform(NoticeKind.DIGEST_SKIPPED, "weekly-digest", "Nothing new.");
            notices.raise(NoticeKind.UNCERTAIN, "1", "Two are uncertain.");
            notices.raise(NoticeKind.SOURCE_BROKEN, "blog", "It cannot be read.");

            assertThat(health(house).getStatus()).isEqualTo(Status.UP);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isDownWhileTheRelayIsPausedADigestHeldOrATaskFails(Database database) {
        try (TestHouse house = new TestHouse(database, home)) {
            NoticeTable notices = house.get(NoticeTable.class);
            for (NoticeKind kind : List.of(NoticeKind.RELAY_PAUSED, NoticeKind.DIGEST_HELD, NoticeKind.TASK_FAILED)) {
                notices.raise(kind, "it", "It is ill.");
                long id = notices.lasting().get(0).id();

                assertThat(health(house).getStatus()).isEqualTo(Status.DOWN);
                assertThat(health(house).getDetails())
                        .containsEntry(
                                "notices",
                                List.of(Map.of(
                                        "kind", kind.label(), "id", id, "subject", "it", "sentence", "It is ill.")));
                notices.end(kind, "it");
                assertThat(health(house).getStatus()).isEqualTo(Status.UP);
            }
        }
    }

    @Test
    void doesNotAskTheRelay() {
        try (TestHouse house = new TestHouse(Database.H2, home, "spring.mail.host=192.0.2.1")) {
            assertThat(house.get(HealthContributorRegistry.class).getContributor("mail"))
                    .isNull();
            assertThat(health(house).getStatus()).isEqualTo(Status.UP);
        }
    }

    /** By the name that it has in what the actuator tells. */
    private static Health health(TestHouse house) {
        HealthContributor ours = house.get(HealthContributorRegistry.class).getContributor("mailround");
        assertThat(ours).isInstanceOf(HealthIndicator.class);
        return Objects.requireNonNull(((HealthIndicator) Objects.requireNonNull(ours)).health());
    }
}
