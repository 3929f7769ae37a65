package org.mailround.delivery;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Does again what may be done twice, where the connection to the database broke under it: the process that owned H2's file
 * ended, and another takes it over, or a server was restarted.
 */
@Component
public class Reconnecting {

    /** Of H2: in use by another process, connection broken, database closed. */
    private static final Set<Integer> H2 = Set.of(90020, 90067, 90098, 90121);

    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .predicate(Reconnecting::isLost)
            .delay(Duration.ofMillis(250))
            .maxRetries(1000)
            .timeout(Duration.ofSeconds(30))
            .build());

    /** @throws RuntimeException what the work threw, if it is not of the connection, or goes on for too long */
    public <T> T call(Supplier<T> work) {
        return retries.invoke(work);
    }

    void run(Runnable work) {
        retries.invoke(work);
    }

    /** Whether that failed because the connection to the database broke, and may go well on another. */
    public static boolean isLost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException e) {
                // class 08: connection exceptions; 57P: PostgreSQL shuts down or starts up
                String state = String.valueOf(e.getSQLState());
                if (state.startsWith("08") || state.startsWith("57P") || H2.contains(e.getErrorCode())) {
                    return true;
                }
            }
        }
        return false;
    }
}
