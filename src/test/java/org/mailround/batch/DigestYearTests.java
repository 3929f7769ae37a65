package org.mailround.batch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Occasion;
import org.mailround.campaign.OccasionState;
import org.mailround.campaign.Occasions;

/**
 * A year of a clinic's blog and of those who read it by mail: posts, edits, posts of long ago, a month in which the feed
 * is broken, a site that moves. Everybody gets every article of their topics exactly once, whatever their cadence.
 */
class DigestYearTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final ZonedDateTime FIRST = ZonedDateTime.of(2026, 11, 26, 9, 0, 0, 0, ZONE);
    private static final int WEEKS = 52;
    /** Nothing is written any more, so that those who get mail once a month get the last of it. */
    private static final int QUIET_WEEKS = 6;

    private static final int JOINED = 10;
    private static final int BROKEN_FROM = 20;
    private static final int BROKEN_UNTIL = 25;
    private static final int SITE_MOVES = 30;
    private static final int GUIDS_CHANGE = 40;
    private static final List<String> TOPICS = List.of("sleep", "food", "hands");
    /** Of the text, in which each article has its link on a line of its own. */
    private static final Pattern LINK = Pattern.compile("(?m)/(?:posts|archive)/(\\d+)\\s*$");

    /** @param week in which the digest can have it first */
    private record Post(int number, int week, Instant date, String topic, int edits) {

        Post edited() {
            return new Post(number, week, date, topic, edits + 1);
        }
    }

    private record Reader(String address, String topics, String frequency, int joined) {

        boolean wants(Post post) {
            return topics.isEmpty() || List.of(topics.split("\\|")).contains(post.topic());
        }
    }

    private final Random random = new Random(7);
    private final List<Post> posts = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void everybodyGetsEveryArticleOfTheirTopicsExactlyOnce(Database database) throws Exception {
        for (String topics : List.of("", "sleep", "food|Hands", "surgery")) {
            for (String frequency : List.of("", "weekly", "fortnightly", "monthly")) {
                String name = "t%d-%s".formatted(readers.size(), frequency.isEmpty() ? "none" : frequency);
                readers.add(new Reader(name + "@example.com", topics.toLowerCase(Locale.ROOT), frequency, 0));
                readers.add(new Reader(
                        "late-" + name + "@example.com", topics.toLowerCase(Locale.ROOT), frequency, JOINED));
            }
        }
        String url = database.url();
        List<TestRelay.Kept> mails = new ArrayList<>();
        try (RoundFixture house = open(url, database, "news.xml")) {
            house.house.clock().set(FIRST.minusDays(2).toInstant());
            house.house.get(Occasions.class).due();
            house.house.get(Campaigns.class).named("weekly-digest");
            live(house, 0, SITE_MOVES);
            mails.addAll(house.relay.kept());
        }
        try (RoundFixture house = open(url, database, "moved.xml")) {
            live(house, SITE_MOVES, WEEKS + QUIET_WEEKS);
            mails.addAll(house.relay.kept());
            checkOccasions(house);
        }

        assertThat(got(mails)).isEqualTo(expected());
        for (Reader reader : readers) {
            long its = mails.stream()
                    .filter(mail -> mail.recipient().equals(reader.address()))
                    .count();
            assertThat(its)
                    .as(reader.address())
                    .isLessThanOrEqualTo(
                            switch (reader.frequency()) {
                                case "fortnightly" -> (WEEKS + QUIET_WEEKS) / 2 + 1;
                                case "monthly" -> 14;
                                default -> WEEKS;
                            });
        }
    }

    private RoundFixture open(String url, Database database, String feed) {
        RoundFixture house = new RoundFixture(
                url,
                database.user(),
                home,
                0,
                "mailround.sources[1].name=news",
                "mailround.sources[1].url=file:" + feed,
                "mailround.digest.max-articles=4");
        house.house.delete("articles/walk.txt");
        return house;
    }

    private void live(RoundFixture house, int from, int until) {
        for (int week = from; week < until; week++) {
            ZonedDateTime now = FIRST.plusWeeks(week);
            house.house.clock().set(now.minusMinutes(1).toInstant());
            publish(week, now);
            boolean broken = week >= BROKEN_FROM && week < BROKEN_UNTIL;
            house.house.write(week < SITE_MOVES ? "news.xml" : "moved.xml", broken ? "<html>Sorry</html>" : feed(week));
            house.house.list("people", people(week));
            look(house, now.minusSeconds(1).toInstant());
            look(house, now.plusSeconds(week % 10).toInstant());
        }
    }

    private static void look(RoundFixture house, Instant time) {
        house.house.clock().set(time);
        house.house.get(Firing.class).look();
        assertThat(house.house.get(Background.class).isQuietWithin(Duration.ofMinutes(1)))
                .isTrue();
    }

    /** Some are dated back, some of the last week are edited, and now and then one is written at the last moment. */
    private void publish(int week, ZonedDateTime now) {
        if (week >= WEEKS) {
            return;
        }
        int first = week >= BROKEN_FROM && week < BROKEN_UNTIL ? BROKEN_UNTIL : week;
        for (int i = random.nextInt(4); i > 0; i--) {
            Duration age = random.nextInt(5) == 0 ? Duration.ofDays(100) : Duration.ofHours(1 + random.nextInt(100));
            add(first, now.minus(age).toInstant());
        }
        if (week % 7 == 3) {
            add(Math.max(first, week + 1), now.minusMinutes(10).toInstant());
        }
        posts.replaceAll(post -> post.number() % 3 == week % 3 && post.week() >= week - 1 ? post.edited() : post);
    }

    private void add(int week, Instant date) {
        posts.add(new Post(posts.size(), week, date, TOPICS.get(posts.size() % TOPICS.size()), 0));
    }

    /** The archive of ten years behind it is nobody's news. */
    private String feed(int week) {
        String site = week < SITE_MOVES ? "https://old.clinic.example" : "https://clinic.example";
        StringBuilder items = new StringBuilder();
        for (Post post : posts) {
            String guid = "%s%d".formatted(week < GUIDS_CHANGE ? "p" : "post-", post.number());
            items.append("""
                    <item><title>Post %d of the year</title><link>%s/posts/%d</link><guid isPermaLink="false">%s</guid>
                    <category>%s</category><pubDate>%s</pubDate><description>Text %d, edited %d times.</description></item>
                    """.formatted(
                            post.number(),
                            site,
                            post.number(),
                            guid,
                            post.topic(),
                            date(post.date()),
                            post.number(),
                            post.edits()));
        }
        for (int month = 3; month < 120; month++) {
            items.append("""
                    <item><title>Old post %d</title><link>%s/archive/%d</link><guid isPermaLink="false">a%d</guid>
                    <category>sleep</category><pubDate>%s</pubDate><description>Long ago.</description></item>
                    """.formatted(
                            month,
                            site,
                            1000 + month,
                            month,
                            date(FIRST.minusMonths(month).toInstant())));
        }
        return "<rss version=\"2.0\"><channel><title>News</title><link>%s</link><description/>%s</channel></rss>"
                .formatted(site, items);
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZONE));
    }

    private String[] people(int week) {
        return ("email,topics,frequency\n"
                        + readers.stream()
                                .filter(reader -> reader.joined() <= week)
                                .map(reader -> String.join(",", reader.address(), reader.topics(), reader.frequency()))
                                .collect(joining("\n")))
                .split("\n");
    }

    private static void checkOccasions(RoundFixture house) {
        for (Occasion occasion : house.house.get(Occasions.class).latest(100)) {
            long week = Duration.between(FIRST.toInstant(), occasion.dueAt()).toDays() / 7;
            boolean broken = week >= BROKEN_FROM && week < BROKEN_UNTIL;
            if (broken) {
                assertThat(occasion.state()).as("week " + week).isIn(OccasionState.LEFT_OUT, OccasionState.COMPOSED);
            } else {
                assertThat(occasion.state()).as("week " + week).isIn(OccasionState.NOTHING_NEW, OccasionState.COMPOSED);
            }
        }
    }

    private Map<String, List<Integer>> expected() {
        Map<String, List<Integer>> expected = new TreeMap<>();
        for (Reader reader : readers) {
            List<Integer> numbers = posts.stream()
                    .filter(post -> reader.wants(post) && post.week() >= reader.joined())
                    .map(Post::number)
                    .toList();
            if (!numbers.isEmpty()) {
                expected.put(reader.address(), numbers);
            }
        }
        return expected;
    }

    private static Map<String, List<Integer>> got(List<TestRelay.Kept> mails) throws MessagingException, IOException {
        Map<String, List<Integer>> got = new TreeMap<>();
        for (TestRelay.Kept mail : mails) {
            MimeMultipart parts = (MimeMultipart) mail.message().getContent();
            Matcher link = LINK.matcher((String) parts.getBodyPart(0).getContent());
            List<Integer> numbers = got.computeIfAbsent(mail.recipient(), key -> new ArrayList<>());
            while (link.find()) {
                numbers.add(Integer.valueOf(link.group(1)));
            }
        }
        got.values().forEach(numbers -> numbers.sort(null));
        return got;
    }
}
