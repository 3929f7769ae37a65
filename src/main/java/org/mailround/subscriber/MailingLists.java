package org.mailround.subscriber;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The lists that are known here. */
@Component
public class MailingLists {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transactions;

    MailingLists(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param name compared without case */
    public Optional<MailingList> find(String name) {
        return jdbc.sql("select id, name from mailing_list where name = ?")
                .param(name.toLowerCase(Locale.ROOT))
                .query(MailingList.class)
                .optional();
    }

    /**
     * The list of that name.
     *
     * @param name compared without case
     * @throws MailingListNotFoundException if there is none
     */
    public MailingList named(String name) {
        return find(name)
                .orElseThrow(() -> MailingListNotFoundException.named(
                        name, all().stream().map(MailingList::name).toList()));
    }

    /** Every list, by name. */
    public List<MailingList> all() {
        return jdbc.sql("select id, name from mailing_list order by name")
                .query(MailingList.class)
                .list();
    }

    /**
     * The list of that name, made where there is none.
     *
     * @throws IllegalArgumentException if no list may have this name
     */
    public MailingList create(String name) {
        return findOrCreate(ListNames.normalise(name));
    }

    /**
     * Notes that an import of a complete file begins, unless one began and has not ended.
     *
     * @param people how many are on the list now whom files brought
     * @return how many there were when it began
     */
    long beginImport(long listId, long people) {
        transactions.executeWithoutResult(status -> jdbc.sql(
                        "update mailing_list set people_before_import = ? where id = ? and people_before_import is null")
                .params(people, listId)
                .update());
        return beforeImport(listId, people);
    }

    /** How many there were when the import began that has not ended; as many as now where there is none. */
    long beforeImport(long listId, long people) {
        return jdbc.sql(
                        "select people_before_import from mailing_list where id = ? and people_before_import is not null")
                .param(listId)
                .query(Long.class)
                .optional()
                .orElse(people);
    }

    /** Notes that a complete file is in, and who is not in it was seen to. */
    void endImport(long listId) {
        transactions.executeWithoutResult(
                status -> jdbc.sql("update mailing_list set people_before_import = null where id = ?")
                        .param(listId)
                        .update());
    }

    /** The list of this name, which is made, and there for all to see, if there was none. */
    MailingList findOrCreate(String name) {
        return find(name).orElseGet(() -> {
            try {
                transactions.executeWithoutResult(
                        status -> jdbc.sql("insert into mailing_list (name, created_at) values (?, ?)")
                                .params(name, OffsetDateTime.now(clock))
                                .update());
            } catch (DuplicateKeyException e) {
                // another process was quicker, and its list is as good
            }
            return find(name).orElseThrow();
        });
    }
}
