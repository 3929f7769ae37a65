package org.mailround.subscriber;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking for lists, and the yes or no of whoever has the address. Nobody is a subscriber before that yes. */
@Component
public class SubscriptionRequests {

    /** How long the question stays open. */
    static final Duration OPEN = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Enrolment enrolment;
    private final Suppressions suppressions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubscriptionRequests(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Enrolment enrolment,
            Suppressions suppressions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.enrolment = enrolment;
        this.suppressions = suppressions;
        this.events = events;
        this.clock = clock;
    }

    /** Notes a request, and looks at nothing else: so it takes as long for an address that is known as for any other. */
    public void ask(SubscriptionRequest request) {
        transactions.executeWithoutResult(status -> insert(request));
        events.publishEvent(new AnswerDue());
    }

    private void insert(SubscriptionRequest request) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into subscription_request
                    (address, canonical, first_name, language, topics, wording, asked_at, state)
                values (?, ?, ?, ?, ?, ?, ?, 'asked')
                """)
                .params(request.address().text(), request.address().canonical())
                .param(request.firstName())
                .param(request.language())
                .param(request.joinedTopics())
                .params(request.wording(), OffsetDateTime.now(clock))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        for (Long list : request.lists()) {
            jdbc.sql("insert into subscription_request_list (request_id, list_id) values (?, ?)")
                    .params(id, list)
                    .update();
        }
    }

    /**
     * Puts whoever asked on the lists they asked for, those and no others. May be repeated. Nothing happens where the
     * question is older than seven days or was declined, where there is none, where the address must not be mailed, and
     * where it was erased after it was asked for.
     */
    public void confirm(long requestId) {
        Boolean confirmed;
        try {
            confirmed = transactions.execute(status -> confirmed(requestId));
        } catch (DuplicateKeyException e) {
            // an import made the person at the same moment: now they are there
            confirmed = transactions.execute(status -> confirmed(requestId));
        }
        if (Boolean.TRUE.equals(confirmed)) {
            events.publishEvent(new AnswerDue());
        }
    }

    private boolean confirmed(long requestId) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Question> question = question(requestId, now).filter(this::mayBeAnswered);
        boolean ours = question.isPresent()
                && jdbc.sql("update subscription_request set state = 'confirmed', decided_at = ?"
                                        + " where id = ? and state = 'mailed'")
                                .params(now, requestId)
                                .update()
                        == 1;
        if (ours) {
            suppressions.liftOwn(question.get().address());
            enrolment.enrol(question.get(), now);
        }
        return ours;
    }

    private Optional<Question> question(long requestId, OffsetDateTime now) {
        return jdbc.sql("select * from subscription_request where id = ? and state = 'mailed' and asked_at > ?")
                .params(requestId, now.minus(OPEN))
                .query(SubscriptionRequests::map)
                .optional();
    }

    /** Who was erased, or left for good, after the question was asked has answered it by that. */
    private boolean mayBeAnswered(Question question) {
        return suppressions.mayAsk(question.address()) && !enrolment.wasEnded(question);
    }

    /** Whoever asked does not want it after all; what they had confirmed by this very request ends. May be repeated. */
    public void decline(long requestId) {
        transactions.executeWithoutResult(status -> {
            OffsetDateTime now = OffsetDateTime.now(clock);
            enrolment.withdraw(requestId);
            jdbc.sql("update subscription_request set state = 'declined', decided_at = ?"
                            + " where id = ? and (state = 'mailed' or state = 'confirmed')")
                    .params(now, requestId)
                    .update();
        });
    }

    /** What somebody is asked to confirm. */
    record Question(
            long id,
            EmailAddress address,
            @Nullable String firstName,
            @Nullable String language,
            @Nullable String topics,
            String wording,
            OffsetDateTime askedAt) {}

    private static Question map(ResultSet row, int number) throws SQLException {
        return new Question(
                row.getLong("id"),
                EmailAddress.parse(row.getString("address")),
                row.getString("first_name"),
                row.getString("language"),
                row.getString("topics"),
                row.getString("wording"),
                row.getObject("asked_at", OffsetDateTime.class));
    }
}
