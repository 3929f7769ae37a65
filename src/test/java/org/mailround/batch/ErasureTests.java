package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay;
import org.mailround.delivery.RecipientLine;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Cleaning;
import org.mailround.subscriber.DataSubjects;
import org.mailround.subscriber.Erasure;
import org.mailround.subscriber.ImportResult;
import org.mailround.subscriber.Importer;
import org.mailround.subscriber.PersonalData;
import org.mailround.subscriber.Suppressions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.subethamail.smtp.RejectException;

/** Who is erased is nowhere any more, and every edition still adds up. */
@ParameterizedClass
@EnumSource
class ErasureTests {

    private static final EmailAddress ERASED = EmailAddress.parse("P002@example.com");

    @Parameter
    Database database;

    @TempDir
    Path home;

    RoundFixture round;

    @BeforeEach
    void open() {
        round = new RoundFixture(database, home, 3, "mailround.delivery.patience=1s");
    }

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void theErasedAreInNoTableAndNoFileAndTheAccountingStillBalances() throws IOException {
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                if (recipient.equals("p002@example.com")) {
                    throw new RejectException(552, "5.2.2 <p002@example.com> has no room here");
                }
            }
        });
        Report before = round.send().report();
        ask();
        round.house.get(Suppressions.class).suppress(ERASED, "complaint");
        Path mail = leave("preview/000001.eml", "To: Bo <p002@example.com>\r\n\r\nHello\r\n");
        Path other = leave("preview/000002.eml", "To: <xp002@example.com>\r\n\r\nHello\r\n");
        Path rejects = leave("rejects/people.csv", "line,reason,email\n2,\"no,\nname\",P002@Example.com\n3,bad,ana@\n");
        Map<String, Object> held = subjects().held(subjects().of(ERASED));
        assertThat(held)
                .containsKeys(
                        "subscriber", "subscriptions", "requests", "suppression", "mails", "deliveries", "attempts");
        assertThat(held.toString()).contains("state=confirmed", "has no room here", "Please send it");
        assertThat(tablesNaming("p002@")).hasSizeGreaterThan(4);

        Erasure erasure = subjects().erase(ERASED);

        assertThat(tablesNaming("p002@")).isEmpty();
        assertThat(mail).doesNotExist();
        assertThat(other).exists();
        assertThat(rejects).content().isEqualTo("line,reason,email\r\n3,bad,ana@\r\n");
        assertThat(erasure.stillNaming()).containsExactly(home.resolve("subscribers/people.csv"));
        assertThat(erasure.cleaning()).isEqualTo(database == Database.H2 ? Cleaning.NEEDLESS : Cleaning.VACUUMED);
        Report after = round.house.get(Reports.class).find(1).orElseThrow();
        assertThat(after).usingRecursiveComparison().isEqualTo(before);
        assertThat(after.balanced()).isTrue();
        assertThat(round.recipients(after))
                .filteredOn(line -> line.address() == null)
                .singleElement()
                .satisfies(line -> assertThat(line.state()).isEqualTo("rejected"))
                .satisfies(line -> assertThat(line.reply()).isEqualTo("552 5.2.2"));
        assertThat(round.house
                        .get(Suppressions.class)
                        .find(ERASED)
                        .orElseThrow()
                        .reason())
                .as("the stronger one stays")
                .isEqualTo("complaint");
        assertThat(filesNaming("p002@")).containsExactlyInAnyOrder(home.resolve("subscribers/people.csv"), other);
    }

    @Test
    void noListBringsThemBackAndASecondErasureFindsNothing() {
        round.send();
        subjects().erase(ERASED);

        ImportResult again = round.house
                .get(Importer.class)
                .importFile(home.resolve("subscribers/people.csv"), "people", false, rows -> {});
        Erasure second = subjects().erase(ERASED);

        assertThat(again.notResurrected()).isEqualTo(1);
        assertThat(second.isAnything()).isFalse();
        assertThat(second.cleaning()).isEqualTo(Cleaning.NEEDLESS);
        assertThat(tablesNaming("p002@")).isEmpty();
        assertThat(subjects().held(subjects().of(ERASED))).containsOnlyKeys("suppression");
        assertThat(subjects().erase(EmailAddress.parse("nobody@example.com")).isAnything())
                .isFalse();
        assertThat(round.house.get(Suppressions.class).isSuppressed(EmailAddress.parse("nobody@example.com")))
                .isFalse();
    }

    @Test
    void whoIsErasedInTheMiddleOfAnEditionGetsNoneOfIt() {
        round.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                throw new RejectException(451, "4.7.1 " + recipient + ", come back later");
            }
        });
        assertThat(round.send().report().deferred()).isEqualTo(3);
        round.relay.behave(new TestRelay.Behaviour() {});

        subjects().erase(ERASED);
        round.house.clock().advance(Duration.ofHours(2));
        Report report = round.resume(1).report();

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.suppressed()).isEqualTo(1);
        assertThat(report.audience()).isEqualTo(3);
        assertThat(report.balanced()).isTrue();
        assertThat(round.relay.recipients()).containsExactlyInAnyOrder("p001@example.com", "p003@example.com");
        assertThat(round.recipients(report))
                .filteredOn(line -> line.address() == null)
                .extracting(RecipientLine::reply)
                .containsExactly("erased");
    }

    @Test
    void everyTableThatKnowsPeopleHasSomebodyWhoAnswersForIt() {
        Set<String> answered = new TreeSet<>();
        round.house.all(PersonalData.class).forEach(room -> answered.addAll(room.tables()));
        List<String> know = jdbc().sql("""
                        select distinct lower(table_name) from information_schema.columns
                        where lower(table_schema) = 'public'
                          and lower(column_name) in ('address', 'canonical', 'recipient', 'subscriber_id', 'email')
                        """).query(String.class).list();

        assertThat(know).contains("delivery", "subscriber");
        // an account is staff's, who take it away themselves
        assertThat(answered)
                .containsAll(know.stream()
                        .filter(table -> !table.equals("staff_account"))
                        .toList());
    }

    private DataSubjects subjects() {
        return round.house.get(DataSubjects.class);
    }

    private JdbcClient jdbc() {
        return round.house.get(JdbcClient.class);
    }

    private void ask() {
        jdbc().sql(
                        "insert into subscription_request (address, canonical, wording, asked_at, state)"
                                + " values ('P002@example.com', 'p002@example.com', 'Please send it', current_timestamp, 'asked')")
                .update();
        jdbc().sql(
                        "insert into single_mail (letter, message_id, recipient, subject, content, state, attempts, created_at,"
                                + " next_attempt_at) values ('l', 'm', 'P002@example.com', 'Confirm', 'p002@example.com, is it you?',"
                                + " 'waiting', 0, current_timestamp, current_timestamp)")
                .update();
    }

    private Path leave(String file, String text) throws IOException {
        Path path = home.resolve("data").resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private List<String> tablesNaming(String text) {
        return jdbc().sql("""
                        select table_name, column_name from information_schema.columns
                        where lower(table_schema) = 'public' and lower(table_name) <> 'flyway_schema_history'
                          and lower(data_type) in ('character varying', 'text', 'character large object')
                        """).query((row, number) -> row.getString(1) + "." + row.getString(2)).list().stream()
                .filter(column -> isIn(column.substring(0, column.indexOf('.')), column, text))
                .toList();
    }

    private boolean isIn(String table, String column, String text) {
        return jdbc().sql("select count(*) from %s where lower(%s) like ?".formatted(table, column))
                        .param("%" + text + "%")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Path> filesNaming(String text) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> octets(file).contains(text))
                    .toList();
        }
    }

    private static String octets(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
