package org.mailround.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that work once: one makes the first administrator, others let the owner of an account choose a password. */
@Component
public class StaffLinks {

    /** How long a link for choosing a password works. */
    public static final Duration LIFETIME = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Clock clock;

    StaffLinks(JdbcClient jdbc, Accounts accounts, Passwords passwords, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The token of a link that makes the first administrator; those made before no longer work. */
    @Transactional
    public String forSetup() {
        jdbc.sql("delete from staff_link where account_id is null").update();
        return create(null);
    }

    /** The token of a link for choosing a password; those made before for the account no longer work. */
    @Transactional
    public String forPassword(Account account) {
        jdbc.sql("delete from staff_link where account_id = ?")
                .param(account.id())
                .update();
        return create(account.id());
    }

    private String create(@Nullable Long accountId) {
        String token = secrets.next();
        jdbc.sql("insert into staff_link (digest, account_id, expires_at) values (?, ?, ?)")
                .param(Secrets.digest(token))
                .param(accountId)
                .param(OffsetDateTime.now(clock).plus(LIFETIME))
                .update();
        return token;
    }

    /** Whether this token makes the first administrator now. */
    public boolean isForSetup(String token) {
        return accounts.isEmpty()
                && jdbc.sql("select count(*) from staff_link"
                                        + " where digest = ? and account_id is null and expires_at > ?")
                                .params(Secrets.digest(token), OffsetDateTime.now(clock))
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /** The account whose password this token lets choose now, or empty. */
    public Optional<Account> forPassword(String token) {
        return jdbc.sql("select account_id from staff_link"
                        + " where digest = ? and account_id is not null and expires_at > ?")
                .params(Secrets.digest(token), OffsetDateTime.now(clock))
                .query(Long.class)
                .optional()
                .flatMap(accounts::find);
    }

    /**
     * Makes the first administrator; the link is used up.
     *
     * @throws AccountException if the name or the password cannot be used, or the link does not work any more
     */
    @Transactional
    public Account setUp(String token, String name, @Nullable EmailAddress email, String password) {
        String hash = passwords.hash(password);
        if (!isForSetup(token)) {
            throw usedUp();
        }
        use(token);
        Account account = accounts.create(name, email, Role.ADMINISTRATOR);
        accounts.changePassword(account.id(), hash);
        return accounts.named(account.name());
    }

    /**
     * Gives an account the password that its owner chose; the link is used up.
     *
     * @throws AccountException if the password cannot be used, or the link does not work any more
     */
    @Transactional
    public Account choosePassword(String token, String password) {
        String hash = passwords.hash(password);
        Account account = forPassword(token).orElseThrow(StaffLinks::usedUp);
        use(token);
        accounts.changePassword(account.id(), hash);
        return accounts.named(account.name());
    }

    /** Of two that follow it at the same moment, one comes first. */
    private void use(String token) {
        int used = jdbc.sql("delete from staff_link where digest = ?")
                .param(Secrets.digest(token))
                .update();
        if (used == 0) {
            throw usedUp();
        }
    }

    private static AccountException usedUp() {
        return new AccountException("This link was used already, or is too old.");
    }
}
