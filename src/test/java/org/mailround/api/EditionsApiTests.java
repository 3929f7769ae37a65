package org.mailround.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mailround.api.Program.json;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.batch.RoundEnded;
import org.mailround.campaign.ApprovalRule;
import org.mailround.campaign.ApprovalRules;
import org.mailround.campaign.Campaigns;
import org.mailround.staff.ApiToken;
import org.mailround.staff.ApiTokens;
import org.mailround.staff.Audit;
import org.mailround.staff.AuditEntry;
import org.mailround.staff.Role;
import tools.jackson.databind.JsonNode;

@ParameterizedClass
@EnumSource(Database.class)
class EditionsApiTests {

    private static final String EDITIONS = "/api/v1/editions";
    private static final String DIGEST = "{\"campaign\":\"weekly-digest\"}";

    @Parameter
    Database database;

    @TempDir
    Path home;

    private final BlockingQueue<RoundEnded> ends = new LinkedBlockingQueue<>();
    private TestHouse house;
    private Program editor;

    @BeforeEach
    void open() {
        house = new TestHouse(database, home, TestHouse.serving());
        house.list("newsletter", "email", "ana@example.com", "bo@example.com");
        house.article("walk.txt", "A walk a day\n\nIt does you good.\n");
        house.hear(RoundEnded.class, ends::add);
        editor = Program.of(house, Role.EDITOR);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aDigestIsAnsweredOnceItsEditionIsComposed() throws InterruptedException {
        HttpResponse<String> sent = editor.post(EDITIONS, DIGEST);

        assertThat(sent.statusCode()).isEqualTo(202);
        JsonNode report = json(sent);
        assertThat(report.get("edition").asLong()).isEqualTo(1);
        assertThat(report.get("campaign").asString()).isEqualTo("weekly-digest");
        assertThat(report.get("balanced").asBoolean()).isTrue();
        assertThat(sent.headers().firstValue("Location")).hasValue("/api/v1/editions/1");
        ended();
        JsonNode later = json(editor.get(EDITIONS + "/1"));
        assertThat(later.get("state").asString()).isEqualTo("finished");
        assertThat(later.get("audience").asLong()).isEqualTo(2);
        assertThat(later.get("accepted").asLong()).isEqualTo(2);
    }

    @Test
    void nothingNewIsNoEdition() throws InterruptedException {
        editor.post(EDITIONS, DIGEST);
        ended();

        HttpResponse<String> again = editor.post(EDITIONS, DIGEST);

        assertThat(again.statusCode()).isEqualTo(200);
        JsonNode report = json(again);
        assertThat(report.get("edition").isNull()).isTrue();
        assertThat(report.get("state").asString()).isEqualTo("nothing-new");
        assertThat(report.get("audience").asLong()).isZero();
    }

    @Test
    void aMailingGoesOutOnceUnlessItMayGoAgain() throws InterruptedException {
        String oneOff =
                "{\"subject\":\"Flu jabs\",\"markdown\":\"Dear {{first_name|reader}}, come.\",\"list\":\"newsletter\"%s}";
        assertThat(editor.post(EDITIONS, oneOff.formatted("")).statusCode()).isEqualTo(202);
        ended();

        HttpResponse<String> repeat = editor.post(EDITIONS, oneOff.formatted(""));
        HttpResponse<String> wanted = editor.post(EDITIONS, oneOff.formatted(",\"again\":true"));

        assertThat(repeat.statusCode()).isEqualTo(409);
        assertThat(repeat.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(repeat).get("detail").asString()).isNotBlank();
        assertThat(wanted.statusCode()).isEqualTo(202);
        assertThat(json(wanted).get("edition").asLong()).isEqualTo(2);
    }

    @Test
    void whatPreflightRefusesIsAConflict() {
        house.write("templates/digest.html", "<p th:text=\"${nothing.such}\"></p>");

        HttpResponse<String> refused = editor.post(EDITIONS, DIGEST);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("detail").asString()).contains("digest.html");
    }

    @Test
    void whatWaitsForApprovalIsAConflictUntilSomebodyElseApprovesIt() {
        house.get(ApprovalRules.class).set(house.get(Campaigns.class).named("weekly-digest"), ApprovalRule.HOLD);

        assertThat(editor.post(EDITIONS, DIGEST).statusCode()).isEqualTo(409);
        assertThat(json(editor.post(EDITIONS, DIGEST)).get("detail").asString()).contains("waits for approval");
        assertThat(editor.post(EDITIONS + "/1/resume", null).statusCode()).isEqualTo(409);
        assertThat(json(editor.get(EDITIONS + "/1")).get("state").asString()).isEqualTo("awaiting-approval");
    }

    @Test
    void wrongWishesAreToldWhatIsWrong() {
        assertThat(editor.post(EDITIONS, "{").statusCode()).isEqualTo(400);
        assertThat(json(editor.post(EDITIONS, "{}")).get("detail").asString()).contains("Name a campaign");
        assertThat(editor.post(EDITIONS, "{\"subject\":\"Flu jabs\"}").body()).contains("markdown is missing");
        assertThat(editor.post(EDITIONS, "{\"campaign\":\"weekly-digest\",\"list\":\"newsletter\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(editor.post(EDITIONS, "{\"campaign\":\"none\"}").statusCode())
                .isEqualTo(404);
        assertThat(editor.post(EDITIONS, "{\"subject\":\"a\",\"markdown\":\"b\",\"list\":\"none\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(editor.get(EDITIONS + "/77").statusCode()).isEqualTo(404);
        assertThat(json(editor.get("/api/v1/nonsense")).get("status").asInt()).isEqualTo(404);
        assertThat(editor.send("DELETE", EDITIONS + "/1", null).statusCode()).isEqualTo(405);
    }

    @Test
    void anEditionIsPausedResumedAndAccountedFor() throws InterruptedException {
        editor.post(EDITIONS, DIGEST);
        ended();

        assertThat(editor.post(EDITIONS + "/1/pause", null).statusCode()).isEqualTo(409);
        assertThat(editor.post(EDITIONS + "/1/resume", null).statusCode()).isEqualTo(202);
        List<String> lines =
                editor.get(EDITIONS + "/1/recipients").body().lines().toList();
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).contains("\"state\":\"accepted\""));
        assertThat(json(editor.get(EDITIONS)).get(0).get("subject").asString()).isNotBlank();
        assertThat(editor.get("/api/v1/lists").body()).contains("newsletter");
        assertThat(editor.get("/api/v1/campaigns").body()).contains("weekly-digest");
    }

    @Test
    void whoUsedATokenForWhatIsInTheAuditTrail() {
        editor.post(EDITIONS, DIGEST);

        ApiToken token = house.get(ApiTokens.class).all().get(0);
        assertThat(token.lastUsedAt()).isNotNull();
        assertThat(house.get(Audit.class).latest(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::account, AuditEntry::action, AuditEntry::subject)
                .contains(tuple("token %d (editor)".formatted(token.id()), "sent", "edition 1"));
    }

    @Test
    void aTokenThatEndedOrWasRevokedOpensNothing() {
        Instant end = house.clock().instant().plus(Duration.ofDays(1));
        ApiTokens tokens = house.get(ApiTokens.class);
        Program program = new Program(house, tokens.create("for a day", Role.VIEWER, "test", end));
        assertThat(program.get(EDITIONS).statusCode()).isEqualTo(200);
        house.clock().advance(Duration.ofDays(2));
        assertThat(program.get(EDITIONS).statusCode()).isEqualTo(401);

        Program other = Program.of(house, Role.VIEWER);
        assertThat(tokens.revoke(tokens.all().get(0).id())).isTrue();
        HttpResponse<String> refused = other.get(EDITIONS);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    /** One round more that went on in the background came to its end. */
    private void ended() throws InterruptedException {
        assertThat(ends.poll(1, TimeUnit.MINUTES)).isNotNull();
    }
}
