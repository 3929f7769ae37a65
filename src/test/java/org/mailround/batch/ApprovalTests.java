package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.campaign.Approval;
import org.mailround.campaign.ApprovalException;
import org.mailround.campaign.ApprovalRule;
import org.mailround.campaign.ApprovalRules;
import org.mailround.campaign.Approvals;
import org.mailround.campaign.ArticleChoices;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Circumstances;
import org.mailround.campaign.Composer;
import org.mailround.campaign.DigestSettings;
import org.mailround.campaign.DigestSetup;
import org.mailround.campaign.Draft;
import org.mailround.campaign.EditionFreezer;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.EditionStateException;
import org.mailround.campaign.Editions;
import org.mailround.campaign.OccasionState;
import org.mailround.campaign.Occasions;
import org.mailround.campaign.OneOffText;
import org.mailround.campaign.OneOffs;
import org.mailround.campaign.Only;
import org.mailround.campaign.OvertakenException;
import org.mailround.campaign.Schedules;
import org.mailround.delivery.Interventions;
import org.mailround.message.Renderer;
import org.mailround.message.TemplateFiles;
import org.mailround.notice.Notice;
import org.mailround.notice.NoticeKind;
import org.mailround.notice.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing goes out unapproved where it must be approved, and what is approved goes out once. It is a Monday, 09:00. */
@ParameterizedClass
@EnumSource
class ApprovalTests {

    private static final Instant THURSDAY = Instant.parse("2026-11-26T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Parameter
    Database database;

    @TempDir
    Path home;

    RoundFixture round;
    Approvals approvals;
    Consents consents;

    @BeforeEach
    void open() {
        round = new RoundFixture(database, home, 2);
        approvals = round.house.get(Approvals.class);
        consents = round.house.get(Consents.class);
        rule(ApprovalRule.HOLD);
    }

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void whatMustBeApprovedIsFrozenAndGoesToNobodyUntilSomebodyApprovesIt() {
        RoundResult composed = round.send();
        long edition = edition(composed);

        assertThat(composed.report().state()).isEqualTo("awaiting-approval");
        assertThat(composed.report().audience()).isZero();
        assertThat(composed.reasons()).singleElement().asString().contains("Edition 1", "waits for approval");
        assertThat(edition(round.send())).isEqualTo(edition);
        assertThat(round.resume(edition).report().state()).isEqualTo("awaiting-approval");
        assertThat(round.relay.kept()).isEmpty();
        assertThat(rows("delivery")).isZero();
        assertThat(notices()).containsExactly(NoticeKind.APPROVAL_WANTED);

        Approval approval = waiting();
        assertThat(approval.people()).isEqualTo(2);
        assertThat(approval.authors()).isEmpty();
        approve(approval, "ana");

        assertThat(round.relay.recipients()).containsExactlyInAnyOrder("p001@example.com", "p002@example.com");
        assertThat(round.edition().state()).isEqualTo(EditionState.FINISHED);
        assertThat(decided()).extracting(Approval::decision).containsExactly(Approval.Decision.APPROVED);
        assertThat(decided().get(0).decidedBy()).isEqualTo("ana");
        assertThat(notices()).isEmpty();
        assertThatThrownBy(() -> consents.approve(edition, approval.hash(), "ben"))
                .isInstanceOf(ApprovalException.class)
                .hasMessageContaining("finished");
    }

    @Test
    void nobodyApprovesTheirOwnNorWhatTheyDidNotSee() {
        launch(new Mission.Digest("weekly-digest"), "ana");
        Approval approval = waiting();
        long edition = approval.edition().id();

        assertThat(approval.authors()).containsExactly("ana");
        assertThatThrownBy(() -> consents.approve(edition, approval.hash(), "ana"))
                .isInstanceOf(ApprovalException.class)
                .hasMessageContaining("somebody else");
        assertThatThrownBy(() -> consents.approve(edition, "0".repeat(64), "ben"))
                .isInstanceOf(ApprovalException.class)
                .hasMessageContaining("not what you saw");
        round.house
                .get(JdbcClient.class)
                .sql("update edition_variant set html = 'something else'")
                .update();
        assertThatThrownBy(() -> consents.approve(edition, approval.hash(), "ben"))
                .isInstanceOf(ApprovalException.class)
                .hasMessageContaining("not what you saw");
        assertThat(round.relay.kept()).isEmpty();
    }

    @Test
    void everyChangeTakesItBackAndItsArticlesAreNewAgain() {
        round.house.article("hands.txt", "Wash your hands\n\nBefore every meal.\n");
        Campaign weekly = weekly();
        DigestSetup setup = round.house.get(DigestSetup.class);
        ArticleChoices choices = round.house.get(ArticleChoices.class);
        List<Runnable> changes = List.of(
                () -> choices.putFirst(weekly, 1, false),
                () -> choices.exclude(weekly, 1),
                () -> choices.include(weekly, 1),
                () -> setup.change(weekly, new DigestSettings("Other", "digest", 3, Set.of(), Set.of())),
                () -> rule(ApprovalRule.unlessStoppedWithin(HOUR)),
                () -> {
                    round.house.write("templates/words_en.properties.bak", "a change on disk");
                    consents.look();
                });
        for (Runnable change : changes) {
            Approval before = composed();
            change.run();

            assertThat(approvals.waiting(false)).isEmpty();
            assertThat(rows("article_release")).isZero();
            assertThat(state(before)).isEqualTo(EditionState.CANCELLED);
            assertThat(decided().get(0).note()).isNotBlank();
            assertThatThrownBy(() -> consents.approve(before.edition().id(), before.hash(), "ben"))
                    .isInstanceOf(ApprovalException.class);
        }
        approve(composed(), "ben");
        assertThat(round.relay.kept()).hasSize(2);
        assertThat(rows("article_release")).isEqualTo(2);
    }

    @Test
    void whatIsNotChangedIsNotTakenBack() {
        Campaign weekly = weekly();
        Approval before = composed();
        DigestSetup setup = round.house.get(DigestSetup.class);

        setup.change(weekly, setup.settings(weekly));
        rule(ApprovalRule.HOLD);
        consents.look();

        assertThat(approvals.waiting(false)).extracting(Approval::hash).containsExactly(before.hash());
    }

    @Test
    void anyWayItIsTakenBackItIsComposedAnew() {
        Approval rejected = composed();
        approvals.reject(rejected.edition().id(), "ben", "The date is wrong.");
        assertThat(decided().get(0))
                .satisfies(it -> assertThat(it.decision()).isEqualTo(Approval.Decision.REJECTED))
                .satisfies(it -> assertThat(it.note()).isEqualTo("The date is wrong."));

        Approval cancelled = composed();
        assertThatThrownBy(() -> round.house.get(Interventions.class).pause(cancelled.edition()))
                .isInstanceOf(EditionStateException.class);
        assertThat(round.house.get(Interventions.class).cancel(cancelled.edition()))
                .isTrue();
        assertThat(state(cancelled)).isEqualTo(EditionState.CANCELLED);

        approve(composed(), "ben");
        assertThat(round.relay.kept()).hasSize(2);
        assertThat(rows("article_release")).isEqualTo(1);
        assertThat(approvals.withdraw(cancelled.edition().id(), "ben", "Late.")).isFalse();
    }

    @Test
    void whatNobodyStopsGoesOutAtItsTimeOnceAndAlsoLate() {
        rule(ApprovalRule.unlessStoppedWithin(HOUR));
        Approval approval = composed();
        assertThat(approval.sendsAt()).isEqualTo(now().plus(HOUR));
        round.house.clock().advance(HOUR.minusSeconds(1));
        look();
        assertThat(round.relay.kept()).isEmpty();

        round.house.clock().advance(Duration.ofDays(3));
        look();
        look();

        assertThat(round.relay.kept()).hasSize(2);
        assertThat(decided().get(0).decision()).isEqualTo(Approval.Decision.APPROVED);
        assertThat(decided().get(0).decidedBy()).isNull();
    }

    @Test
    void whatSomebodyStopsInTimeStays() {
        rule(ApprovalRule.unlessStoppedWithin(HOUR));
        Approval approval = composed();
        approvals.reject(approval.edition().id(), "ben", "No.");
        round.house.clock().advance(HOUR);

        look();

        assertThat(round.relay.kept()).isEmpty();
    }

    @Test
    void ofSeveralWhoApproveStopChangeOrFireAtOnceOneDecides() {
        rule(ApprovalRule.unlessStoppedWithin(HOUR));
        for (int time = 0; time < 4; time++) {
            round.relay.forget();
            round.house.article("more%d.txt".formatted(time), "More %d\n\nText.\n".formatted(time));
            Approval approval = composed();
            long edition = approval.edition().id();
            round.house.clock().advance(HOUR);
            Instant now = now();

            List<Boolean> decided = atOnce(List.of(
                    () -> approvals.approve(edition, approval.hash(), "ana"),
                    () -> approvals.approve(edition, approval.hash(), "ben"),
                    () -> orThrow(approvals.letGo(edition, now)),
                    () -> approvals.reject(edition, "cleo", "No."),
                    () -> orThrow(approvals.withdraw(edition, null, "Changed."))));

            assertThat(decided).containsOnlyOnce(true);
            Approval after = approvals.find(edition).orElseThrow();
            boolean goes = after.decision() == Approval.Decision.APPROVED;
            assertThat(state(approval)).isEqualTo(goes ? EditionState.SENDING : EditionState.CANCELLED);
            assertThat(rows("article_release where edition_id = " + edition) > 0)
                    .isEqualTo(goes);
            if (goes) {
                run(edition);
                assertThat(round.relay.kept()).hasSize(2);
            }
        }
    }

    @Test
    void oneThatIsApprovedAsItsProcessEndsGoesOnAsAnyOther() {
        Approval approval = composed();
        approvals.approve(approval.edition().id(), approval.hash(), "ben");
        round.house.clock().advance(Duration.ofMinutes(2));

        round.house.get(Resumptions.class).look();
        quiet();

        assertThat(round.relay.kept()).hasSize(2);
        assertThat(round.edition().state()).isEqualTo(EditionState.FINISHED);
    }

    @Test
    void whatIsChangedWhileItIsComposedIsComposedAnew() {
        round.house.get(Rounds.class).gather();
        Campaign weekly = weekly();
        Draft draft = round.house.get(Composer.class).freshDigest(weekly, false).orElseThrow();
        round.house.get(ArticleChoices.class).putFirst(weekly, 1, false);

        assertThatThrownBy(() -> round.house
                        .get(EditionFreezer.class)
                        .freeze(
                                draft,
                                round.house.get(Renderer.class).render(draft.content(), Set.of()),
                                new Circumstances("sandbox", 0, List.of())))
                .isInstanceOf(OvertakenException.class);
        assertThat(rows("edition")).isZero();
    }

    @Test
    void aDigestThatIsDueWhileTheLastOneWaitsIsHeld() {
        Schedules schedules = round.house.get(Schedules.class);
        assertThat(schedules.all()).hasSize(1);
        Approval approval = composed();
        round.house.article("hands.txt", "Wash your hands\n\nBefore every meal.\n");
        round.house.clock().set(THURSDAY);

        round.house.get(Firing.class).look();
        quiet();

        Occasions occasions = round.house.get(Occasions.class);
        assertThat(occasions.held())
                .singleElement()
                .satisfies(it -> assertThat(it.reason())
                        .contains("Its edition %d is not finished (awaiting approval)"
                                .formatted(approval.edition().id())));

        approve(approval, "ben");
        occasions.sendNow(occasions.held().get(0).id(), "cleo");
        round.house.get(Firing.class).look();
        quiet();

        assertThat(occasions.latest(1).get(0).state()).isEqualTo(OccasionState.COMPOSED);
        assertThat(waiting().authors()).containsExactly("cleo");
    }

    @Test
    void whatStaffWroteWaitsForSomebodyElseAndAnyChangeTakesItBack() {
        round.house.get(Rounds.class).gather();
        round.house.get(ApprovalRules.class).setForOneOffs(ApprovalRule.HOLD);
        OneOffs oneOffs = round.house.get(OneOffs.class);
        long id = oneOffs.save(text("Flu jabs", "Come in."), "ana");
        launch(new Mission.Written(id), "ben");
        Approval first = waiting();
        assertThat(first.authors()).containsExactlyInAnyOrder("ana", "ben");
        assertThat(oneOffs.get(id).edition()).isEqualTo(first.edition().id());
        assertThatThrownBy(() -> consents.approve(first.edition().id(), first.hash(), "ana"))
                .isInstanceOf(ApprovalException.class);

        assertThat(oneOffs.change(id, text("Flu jabs today", "Come *in*."), "ana"))
                .isTrue();
        assertThat(approvals.waiting(false)).isEmpty();
        assertThat(oneOffs.change(id, text("Flu jabs", "Come in."), "ana")).isTrue();
        launch(new Mission.Written(id), "ben");
        Approval second = waiting();
        assertThat(second.edition().id()).isNotEqualTo(first.edition().id());

        approve(second, "cleo");

        assertThat(round.relay.kept()).hasSize(2);
        assertThat(oneOffs.change(id, text("Too late", "Sent."), "ana")).isFalse();
        assertThat(oneOffs.get(id).subject()).isEqualTo("Flu jabs");
        assertThat(oneOffs.delete(id)).isFalse();
    }

    @Test
    void withoutAnyRuleNothingWaits() {
        rule(ApprovalRule.NONE);

        RoundResult result = round.send();

        assertThat(result.report().state()).isEqualTo("finished");
        assertThat(approvals.find(edition(result))).isEmpty();
        assertThat(round.house.get(TemplateFiles.class).names()).contains("digest", "announcement");
    }

    private static OneOffText text(String subject, String markdown) {
        return new OneOffText(subject, markdown, OneOffs.TEMPLATE, Set.of(), Only.EVERYBODY, false);
    }

    private void rule(ApprovalRule rule) {
        round.house.get(ApprovalRules.class).set(weekly(), rule);
    }

    private Campaign weekly() {
        return round.house.get(Campaigns.class).named("weekly-digest");
    }

    private Approval composed() {
        assertThat(round.send().report().state()).isEqualTo("awaiting-approval");
        return waiting();
    }

    private Approval waiting() {
        List<Approval> waiting = approvals.waiting(false);
        assertThat(waiting).hasSize(1);
        return waiting.get(0);
    }

    private List<Approval> decided() {
        return approvals.decided(100);
    }

    private void approve(Approval approval, String account) {
        assertThat(consents.approve(approval.edition().id(), approval.hash(), account)
                        .ended())
                .succeedsWithin(Duration.ofMinutes(1));
    }

    private void launch(Mission mission, String account) {
        assertThat(round.house.get(Rounds.class).launch(mission, account).ended())
                .succeedsWithin(Duration.ofMinutes(1));
    }

    private void run(long edition) {
        round.house.get(Rounds.class).run(new Mission.GoOn(edition));
    }

    private void look() {
        consents.look();
        quiet();
    }

    private void quiet() {
        assertThat(round.house.get(Background.class).isQuietWithin(Duration.ofMinutes(1)))
                .isTrue();
    }

    private List<NoticeKind> notices() {
        return round.house.get(Notices.class).current().stream()
                .map(Notice::kind)
                .toList();
    }

    private EditionState state(Approval approval) {
        return round.house.get(Editions.class).get(approval.edition().id()).state();
    }

    private static long edition(RoundResult result) {
        return Objects.requireNonNull(result.report().edition());
    }

    private Instant now() {
        return round.house.clock().instant();
    }

    private int rows(String of) {
        return round.house
                .get(JdbcClient.class)
                .sql("select count(*) from " + of)
                .query(Integer.class)
                .single();
    }

    private static void orThrow(boolean done) {
        if (!done) {
            throw new IllegalStateException("somebody else was quicker");
        }
    }

    private interface Decision {
        void make();
    }

    /** Whether each of them came through. */
    private static List<Boolean> atOnce(List<Decision> decisions) {
        CyclicBarrier start = new CyclicBarrier(decisions.size());
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (Decision decision : decisions) {
            all.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            start.await();
                            decision.make();
                            return true;
                        } catch (ApprovalException | IllegalStateException e) {
                            return false;
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    task -> new Thread(task).start()));
        }
        return all.stream().map(CompletableFuture::join).toList();
    }
}
