package org.mailround.subscriber;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts people by list. A million takes a while to count: what was counted within the last minute is told again. */
@Component
public class ListStandings {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final MailingLists lists;
    private final Clock clock;
    private final Map<Long, ListStanding> counted = new ConcurrentHashMap<>();

    ListStandings(JdbcClient jdbc, MailingLists lists, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.clock = clock;
    }

    /** Every list, by name. */
    public List<ListStanding> all() {
        return lists.all().stream().map(this::of).toList();
    }

    /** One of them. */
    public ListStanding of(MailingList list) {
        Instant now = clock.instant();
        return counted.compute(
                list.id(),
                (id, before) ->
                        before != null && before.countedAt().plus(FRESH).isAfter(now) ? before : count(list, now));
    }

    private ListStanding count(MailingList list, Instant now) {
        Map<String, Long> states = new HashMap<>();
        jdbc.sql("select state, count(*) as people from subscription where list_id = ? group by state")
                .param(list.id())
                .query(row -> {
                    states.put(row.getString("state"), row.getLong("people"));
                });
        return new ListStanding(
                list,
                states.getOrDefault("confirmed", 0L),
                states.getOrDefault("unsubscribed", 0L),
                states.getOrDefault("pending", 0L),
                now);
    }
}
