package org.mailround.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.batch.Mission.Digest;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.RecipientLine;
import org.mailround.delivery.Recipients;
import org.mailround.report.Report;

/** A house with a relay, an article, and people {@code p001@example.com} and so on. */
class RoundFixture implements AutoCloseable {

    static final Digest WEEKLY = new Digest("weekly-digest");

    final TestRelay relay = new TestRelay();
    final TestHouse house;

    RoundFixture(Database database, Path home, int people, String... properties) {
        this(database.migratedUrl(), database.user(), home, people, properties);
    }

    /** The same on a database that is there already. */
    RoundFixture(String url, String user, Path home, int people, String... properties) {
        this.house = new TestHouse(
                url,
                user,
                home,
                Stream.concat(
                                Stream.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port()),
                                Stream.of(properties))
                        .toArray(String[]::new));
        house.list(
                        "people",
                        Stream.concat(
                                        Stream.of("email"),
                                        IntStream.rangeClosed(1, people).mapToObj(RoundFixture::person))
                                .toArray(String[]::new))
                .article("walk.txt", "A walk a day\n\nIt does you good.\n");
    }

    static String person(int number) {
        return "p%03d@example.com".formatted(number);
    }

    RoundResult send() {
        return house.get(Rounds.class).run(WEEKLY);
    }

    RoundResult resume(long edition) {
        return house.get(Rounds.class).run(new Mission.Resume(edition));
    }

    Edition edition() {
        return house.get(Editions.class).latest().orElseThrow();
    }

    List<RecipientLine> recipients(Report report) {
        List<RecipientLine> lines = new ArrayList<>();
        house.get(Recipients.class)
                .of(house.get(Editions.class).get(Objects.requireNonNull(report.edition())), lines::add);
        return lines;
    }

    @Override
    public void close() {
        house.close();
        relay.close();
    }
}
