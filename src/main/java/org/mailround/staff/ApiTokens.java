package org.mailround.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens by which programs use the API, each with a role of its own. */
@Repository
public class ApiTokens {

    /** Tells what it is where it turns up in a place where it should not. */
    private static final String PREFIX = "mailround_";

    /** Not each use is written down: a program may ask many times a second. */
    private static final Duration USED_TO = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param name what people know it by; cut to 100 characters
     * @param createdBy the name of the account that makes it
     * @param expiresAt null where it does not
     * @return the token itself, which nobody sees again
     */
    public String create(String name, Role role, String createdBy, @Nullable Instant expiresAt) {
        String token = PREFIX + secrets.next();
        String label = name.isBlank() ? role.label() : name.strip();
        jdbc.sql(
                        "insert into api_token (digest, name, role, created_by, created_at, expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(Secrets.digest(token), cut(label), role.label(), cut(createdBy), now())
                .param(expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** Every token that was made, the newest first. */
    public List<ApiToken> all() {
        return jdbc.sql("select * from api_token order by id desc")
                .query(ApiTokens::map)
                .list();
    }

    /** The token that works now, noted as used; empty where it is none, or does not work any more. */
    public Optional<ApiToken> use(String token) {
        Instant now = clock.instant();
        Optional<ApiToken> found = jdbc.sql("select * from api_token where digest = ?")
                .param(Secrets.digest(token))
                .query(ApiTokens::map)
                .optional()
                .filter(it -> it.worksAt(now));
        found.ifPresent(it -> noteUse(it, now));
        return found;
    }

    private void noteUse(ApiToken token, Instant now) {
        Instant last = token.lastUsedAt();
        if (last == null || last.plus(USED_TO).isBefore(now)) {
            jdbc.sql("update api_token set last_used_at = ? where id = ?")
                    .params(now.atOffset(ZoneOffset.UTC), token.id())
                    .update();
        }
    }

    /**
     * Lets a token open nothing any more.
     *
     * @return whether it worked until now
     */
    public boolean revoke(long id) {
        return jdbc.sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
                        .params(now(), id)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 100));
    }

    private static ApiToken map(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                Role.of(row.getString("role")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
