package org.mailround.subscriber;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mailround.rfc.EmailAddress;
import org.mailround.token.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rights of those whose data are held: to get them, and to be erased. Each room answers for what it holds. */
@Component
public class DataSubjects {

    private static final Logger log = LoggerFactory.getLogger(DataSubjects.class);

    /** An edition that is planned at this very moment may add a row for them while the others go. */
    private static final RetryPolicy AGAIN = RetryPolicy.builder()
            .includes(DataIntegrityViolationException.class)
            .maxRetries(5)
            .build();

    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final Suppressions suppressions;
    private final ObjectProvider<PersonalData> rooms;
    private final DatabaseFile file;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Path data;
    private final Path lists;

    DataSubjects(
            JdbcClient jdbc,
            Tokens tokens,
            Suppressions suppressions,
            ObjectProvider<PersonalData> rooms,
            DatabaseFile file,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${mailround.data-dir}") Path dataDirectory,
            @Value("${mailround.home:.}") Path home) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.suppressions = suppressions;
        this.rooms = rooms;
        this.file = file;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.data = dataDirectory;
        this.lists = home.resolve("subscribers");
    }

    /** Whoever has that address, whether anything is held about them or not. */
    public DataSubject of(EmailAddress address) {
        Long subscriber = jdbc.sql("select id from subscriber where canonical = ?")
                .param(address.canonical())
                .query(Long.class)
                .optional()
                .orElse(null);
        return new DataSubject(address, tokens.digest(address.canonical()), subscriber);
    }

    /** All that is held about them, by room; see {@link PersonalData#held}. Empty where nothing is. */
    public Map<String, Object> held(DataSubject subject) {
        Map<String, Object> held = new LinkedHashMap<>();
        rooms.orderedStream().forEach(room -> held.putAll(room.held(subject)));
        return held;
    }

    /**
     * Removes them everywhere, and keeps them off every list from now on. May be repeated; where nothing is held, nothing
     * happens. In no transaction, as mail to them that is under way is waited for.
     *
     * @throws ErasureDelayedException if some of it cannot be stopped now; they get no other mail meanwhile
     */
    public Erasure erase(EmailAddress address) {
        DataSubject subject = of(address);
        int rows = isKnown(subject) ? suppressAndErase(subject) : 0;
        int files =
                rooms.orderedStream().mapToInt(room -> room.eraseFiles(subject)).sum();
        if (rows + files > 0) {
            log.info("Erased {} rows and {} files of {}", rows, files, subject);
        }
        return new Erasure(rows, files, stillNaming(address), file.clean());
    }

    /** More than that they were erased before; or a list of the clinic's would bring them in. */
    private boolean isKnown(DataSubject subject) {
        Map<String, Object> held = held(subject);
        if (!(held.remove("suppression") instanceof Map<?, ?> suppression)) {
            return !held.isEmpty()
                    || !AddressSearch.in(lists, ".csv", subject.address()).isEmpty();
        }
        return !held.isEmpty() || suppression.containsKey("address") || suppression.containsKey("note");
    }

    private int suppressAndErase(DataSubject subject) {
        int suppressed = suppressions.suppressErased(subject.address()) ? 1 : 0;
        rooms.orderedStream().forEach(room -> room.settle(subject));
        return suppressed + eraseRows(subject);
    }

    private int eraseRows(DataSubject subject) {
        Integer erased = new RetryTemplate(AGAIN)
                .invoke(() -> transaction.execute(status -> {
                    int rows = rooms.orderedStream()
                            .mapToInt(room -> room.erase(subject))
                            .sum();
                    rows += jdbc.sql("delete from subscriber where id = ?")
                            .param(subject.subscriberId())
                            .update();
                    jdbc.sql("insert into erasure (address_digest, erased_at) values (?, ?)")
                            .params(subject.digest(), OffsetDateTime.now(clock))
                            .update();
                    return rows;
                }));
        return Objects.requireNonNullElse(erased, 0);
    }

    /** The clinic's own lists; and journals, in which mailings under way note what the relay said until they end. */
    private List<Path> stillNaming(EmailAddress address) {
        return Stream.of(
                        AddressSearch.in(lists, ".csv", address),
                        AddressSearch.in(data.resolve("journal"), ".journal", address),
                        AddressSearch.in(data.resolve("logs"), ".log", address))
                .flatMap(List::stream)
                .toList();
    }
}
