package org.mailround.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of staff. */
@Repository
public class Accounts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9._@+-]{0,98}[a-z0-9])?");
    private static final String SELECT = "select a.*, f.since as second_factor_since from staff_account a"
            + " left join second_factor f on f.account_id = a.id";
    private static final int WRONG_IN_A_ROW = 5;
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether nobody can sign in yet. */
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from staff_account").query(Long.class).single() == 0;
    }

    /** Every account, by name. */
    public List<Account> all() {
        return jdbc.sql(SELECT + " order by a.name").query(Accounts::map).list();
    }

    /** @param name compared without case */
    public Optional<Account> find(String name) {
        return jdbc.sql(SELECT + " where a.name = ?")
                .param(normalised(name))
                .query(Accounts::map)
                .optional();
    }

    /** The account of that number, or empty. */
    public Optional<Account> find(long id) {
        return jdbc.sql(SELECT + " where a.id = ?")
                .param(id)
                .query(Accounts::map)
                .optional();
    }

    /**
     * The account of that name.
     *
     * @throws AccountException if there is none
     */
    public Account named(String name) {
        return find(name).orElseThrow(() -> AccountException.noSuch(name));
    }

    /**
     * Makes an account that nobody can sign in to until a password is chosen.
     *
     * @throws AccountException if that is no name, or somebody has it
     */
    public Account create(String name, @Nullable EmailAddress email, Role role) {
        String normalised = normalised(name);
        if (!NAME.matcher(normalised).matches()) {
            throw new AccountException(
                    "“%s” is no name for an account: use letters, digits and . _ @ + - without blanks."
                            .formatted(name));
        }
        try {
            jdbc.sql("insert into staff_account (name, email, role, version, failed_logins, created_at)"
                            + " values (?, ?, ?, 0, 0, ?)")
                    .param(normalised)
                    .param(email == null ? null : email.text())
                    .params(role.label(), OffsetDateTime.now(clock))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new AccountException("There is an account “%s” already.".formatted(normalised));
        }
        return named(normalised);
    }

    /** From now on this password is the one; sessions that are open end, and so does a lock. */
    void changePassword(long id, String hash) {
        jdbc.sql("update staff_account set password_hash = ?, version = version + 1, failed_logins = 0,"
                        + " locked_until = null where id = ?")
                .params(hash, id)
                .update();
    }

    /** From now on mail for them goes there; null: nowhere. */
    public void changeEmail(long id, @Nullable EmailAddress email) {
        jdbc.sql("update staff_account set email = ? where id = ?")
                .param(email == null ? null : email.text())
                .param(id)
                .update();
    }

    /** From now on their pages are in this language, a BCP 47 tag; null: in what their browser asks for. */
    public void chooseLanguage(long id, @Nullable String language) {
        jdbc.sql("update staff_account set language = ? where id = ?")
                .param(language)
                .param(id)
                .update();
    }

    /** Ends every session that is open. */
    public void endSessions(long id) {
        jdbc.sql("update staff_account set version = version + 1 where id = ?")
                .param(id)
                .update();
    }

    /** Ends a lock. */
    public void unlock(long id) {
        jdbc.sql("update staff_account set failed_logins = 0, locked_until = null where id = ?")
                .param(id)
                .update();
    }

    /**
     * From now on this is their role; sessions that are open end.
     *
     * @throws AccountException if nobody would be left who decides who may do what
     */
    @Transactional
    public void changeRole(long id, Role role) {
        jdbc.sql("update staff_account set role = ?, version = version + 1 where id = ?")
                .params(role.label(), id)
                .update();
        requireAdministrator();
    }

    /**
     * Ends an account; what it did stays in the audit trail.
     *
     * @throws AccountException if nobody would be left who decides who may do what
     */
    @Transactional
    public void remove(long id) {
        jdbc.sql("delete from staff_account where id = ?").param(id).update();
        requireAdministrator();
    }

    private void requireAdministrator() {
        List<Long> administrators = jdbc.sql("select id from staff_account where role = 'administrator' for update")
                .query(Long.class)
                .list();
        if (administrators.isEmpty()) {
            throw new AccountException("At least one administrator must stay: make somebody else one first.");
        }
    }

    /** They signed in. */
    public void signedIn(long id) {
        jdbc.sql("update staff_account set failed_logins = 0, locked_until = null, last_login_at = ? where id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
    }

    /**
     * Somebody gave a wrong password for this name; several in a row lock it for a while.
     *
     * @return whether it is locked by this
     */
    public boolean failedToSignIn(String name) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("update staff_account set failed_logins = failed_logins + 1 where name = ?")
                .param(normalised(name))
                .update();
        return jdbc.sql(
                                "update staff_account set failed_logins = 0, locked_until = ? where name = ? and failed_logins >= ?")
                        .params(now.plus(LOCK), normalised(name), WRONG_IN_A_ROW)
                        .update()
                > 0;
    }

    /** The account of that number, which nobody else changes until the transaction ends; or empty. */
    Optional<Account> lock(long id) {
        // in two: PostgreSQL locks no outer join
        jdbc.sql("select id from staff_account where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return find(id);
    }

    private static String normalised(String name) {
        // who signs in may send anything, and PostgreSQL takes no NUL
        return name.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
    }

    private static Account map(ResultSet row, int number) throws SQLException {
        String email = row.getString("email");
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                email == null ? null : EmailAddress.parse(email),
                Role.of(row.getString("role")),
                row.getString("password_hash"),
                row.getInt("version"),
                instant(row, "locked_until"),
                instant(row, "last_login_at"),
                row.getString("language"),
                instant(row, "second_factor_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
