package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.preflight.Finding;

/** What check says of lists, sources and the audience, and that it makes no edition. */
class ChecksTests {

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void whomItReachesAndHowThatChangedIsTold(Database database) {
        try (RoundFixture round = new RoundFixture(database, home, 5)) {
            round.send();
            round.house
                    .article("run.txt", "Run a mile\n\nNow and then.\n")
                    .list(
                            "people",
                            "email,consent_source,consent_at",
                            RoundFixture.person(1),
                            RoundFixture.person(2) + ",front desk,2026-01-05T10:00:00Z",
                            RoundFixture.person(3) + ",front desk,2026-01-05T10:00:00Z",
                            RoundFixture.person(6) + ",front desk,2026-01-05T10:00:00Z",
                            RoundFixture.person(7) + ",front desk,");

            List<Finding> found = check(round);

            assertThat(told(found, "audience.mailed")).containsExactly("ok: 7 people would get it.");
            assertThat(told(found, "audience.change"))
                    .singleElement()
                    .asString()
                    .startsWith("warning: The audience is 7 people; edition 1 had 5.");
            assertThat(told(found, "consent.unrecorded"))
                    .singleElement()
                    .asString()
                    .startsWith("warning: Of 3 people");
            assertThat(round.edition().id()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingNewIsNoError(Database database) {
        try (RoundFixture round = new RoundFixture(database, home, 2)) {
            round.send();

            List<Finding> found = check(round);

            assertThat(told(found, "mail.nothing-new")).hasSize(1);
            assertThat(found).noneMatch(Finding::isError);
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsAndSourcesThatCannotBeReadAreTold(Database database) {
        try (RoundFixture round = new RoundFixture(
                database, home, 2, "mailround.sources[1].name=gone", "mailround.sources[1].folder=nowhere")) {
            round.house.list("broken", "first_name", "Ana").list("half", "email", "nobody", "cy@example.com");

            List<Finding> found = check(round);

            assertThat(told(found, "list.unreadable"))
                    .singleElement()
                    .asString()
                    .contains("broken.csv");
            assertThat(told(found, "list.rejected")).singleElement().asString().contains("half");
            assertThat(told(found, "source.broken")).singleElement().asString().contains("“gone”");
        }
    }

    @Test
    void whetherTheBounceMailboxCanBeReadIsTold() {
        GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        mailbox.start();
        mailbox.setUser("bounces@clinic.example", "bounces", "secret");
        String[] settings = {
            "mailround.bounces.host=127.0.0.1",
            "mailround.bounces.port=" + mailbox.getImap().getPort(),
            "mailround.bounces.username=bounces",
            "mailround.bounces.password=secret"
        };
        try (RoundFixture round = new RoundFixture(Database.H2, home, 2, settings)) {
            assertThat(told(check(round), "relay.bounces"))
                    .satisfiesExactly(
                            readable -> assertThat(readable).startsWith("ok: "),
                            address -> assertThat(address).startsWith("warning: mailround.bounces.address is missing"));
            mailbox.stop();
            assertThat(told(check(round), "relay.bounces"))
                    .anySatisfy(gone -> assertThat(gone).startsWith("error: The bounce mailbox cannot be read: "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAudienceOfNobodyIsAnError(Database database) {
        try (RoundFixture round = new RoundFixture(database, home, 0)) {
            assertThat(told(check(round), "audience.nobody")).hasSize(1);
        }
    }

    private static List<Finding> check(RoundFixture round) {
        Checks checks = round.house.get(Checks.class);
        return checks.of(checks.everything());
    }

    private static List<String> told(List<Finding> found, String code) {
        return found.stream()
                .filter(finding -> finding.code().equals(code))
                .map(finding -> finding.severity().label() + ": " + finding.sentence())
                .toList();
    }
}
