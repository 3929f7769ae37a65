package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.ObligingRelay;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.rfc.EmailAddress;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;

/** Whatever comes back of a mail names its delivery. */
class EnvelopeRoundTests {

    static final String BOUNCES = "mailround.bounces.address=bounces@clinic.example";
    static final Pattern VERP = Pattern.compile("bounces\\+([a-z2-7]{39})@clinic\\.example");

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void eachRecipientHasAReversePathOfTheirOwn(Database database) {
        try (RoundFixture round = new RoundFixture(database, home, 30, BOUNCES)) {
            assertThat(round.send().report().accepted()).isEqualTo(30);

            Map<String, String> named = new HashMap<>();
            for (TestRelay.Kept kept : round.relay.kept()) {
                Matcher sender = VERP.matcher(kept.sender());
                assertThat(sender.matches()).isTrue();
                named.put(kept.recipient(), addressOf(round.house, sender.group(1)));
            }
            assertThat(named)
                    .hasSize(30)
                    .allSatisfy((recipient, address) -> assertThat(address).isEqualTo(recipient));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondAttemptHasTheSame(Database database) {
        try (RoundFixture round = new RoundFixture(database, home, 1, BOUNCES)) {
            List<String> senders = new CopyOnWriteArrayList<>();
            round.relay.behave(new TestRelay.Behaviour() {
                @Override
                public void onSender(String sender) {
                    senders.add(sender);
                }

                @Override
                public void onRecipient(String recipient) throws RejectException {
                    if (senders.size() == 1) {
                        throw new RejectException(451, "4.7.1 greylisted");
                    }
                }
            });

            assertThat(round.send().report().accepted()).isEqualTo(1);

            assertThat(senders).hasSize(2).containsOnly(senders.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnAddressForBouncesTheSenderIsTheFromAndTheIdStillNamesTheDelivery(Database database) {
        try (ObligingRelay relay = new ObligingRelay("DSN");
                TestHouse house = house(database, relay)) {
            house.get(Rounds.class).run(RoundFixture.WEEKLY);

            assertThat(relay.commands("MAIL")).hasSize(2).allSatisfy(mail -> {
                Matcher command = Pattern.compile(
                                "MAIL FROM:<news@riverside\\.clinic\\.example> RET=HDRS ENVID=([a-z2-7]{39})")
                        .matcher(mail);
                assertThat(command.matches()).isTrue();
                assertThat(addressOf(house, command.group(1))).endsWith("@example.com");
            });
            assertThat(relay.commands("RCPT"))
                    .containsExactlyInAnyOrder(
                            "RCPT TO:<ana+news@example.com> NOTIFY=FAILURE,DELAY ORCPT=rfc822;ana+2Bnews@example.com",
                            "RCPT TO:<ben@example.com> NOTIFY=FAILURE,DELAY ORCPT=rfc822;ben@example.com");
        }
    }

    @Test
    void whoTheRelayCannotReachIsRejectedAloneAndAllOthersGetTheirMail() {
        try (ObligingRelay relay = new ObligingRelay();
                TestHouse house = house(Database.H2, relay)) {
            house.list("people", "email", "josé@example.com", "ben@example.com");

            RoundResult result = house.get(Rounds.class).run(RoundFixture.WEEKLY);

            assertThat(result.report().accepted()).isEqualTo(1);
            assertThat(result.report().rejected()).isEqualTo(1);
            assertThat(relay.commands("RCPT")).containsExactly("RCPT TO:<ben@example.com>");
        }
    }

    @Test
    void aTestCopyGoesTheWayOfTheOthersAndNamesNoDelivery() {
        try (RoundFixture round = new RoundFixture(Database.H2, home, 1, BOUNCES)) {
            round.house.get(Previews.class).send(RoundFixture.WEEKLY, EmailAddress.parse("me@example.org"));

            Matcher sender = VERP.matcher(round.relay.kept().get(0).sender());
            assertThat(sender.matches()).isTrue();
            assertThat(round.house.get(Tokens.class).verify(Purpose.ENVELOPE_SENDER, sender.group(1)))
                    .hasValue(0);
        }
    }

    @Test
    void theIdIsInNoLog() throws Exception {
        try (RoundFixture round = new RoundFixture(Database.H2, home, 3, BOUNCES)) {
            round.send();

            String token = round.relay.kept().get(0).sender().substring("bounces+".length(), 47);
            try (Stream<Path> files = Files.walk(home.resolve("data"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".log")).toList()) {
                    assertThat(file).content().doesNotContain(token);
                }
            }
        }
    }

    private TestHouse house(Database database, ObligingRelay relay, String... properties) {
        return new TestHouse(
                        database,
                        home,
                        Stream.concat(
                                        Stream.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port()),
                                        Stream.of(properties))
                                .toArray(String[]::new))
                .list("people", "email", "ana+news@example.com", "ben@example.com")
                .article("walk.txt", "A walk a day\n\nIt does you good.\n");
    }

    private static String addressOf(TestHouse house, String token) {
        OptionalLong delivery = house.get(Tokens.class).verify(Purpose.ENVELOPE_SENDER, token);
        return house.get(JdbcClient.class)
                .sql("select address from delivery where id = ?")
                .param(delivery.orElseThrow())
                .query(String.class)
                .single();
    }
}
