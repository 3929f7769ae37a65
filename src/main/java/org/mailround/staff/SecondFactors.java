package org.mailround.staff;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has besides a password: an application that shows codes, and codes on paper. A secret is told until its
 * owner has shown that they have it, and never again.
 */
@Repository
public class SecondFactors {

    private record Kept(byte[] secret, boolean confirmed, long lastStep) {}

    private final JdbcClient jdbc;
    private final Proofs proofs;
    private final RecoveryCodes recovery;
    private final Secrets secrets;
    private final Accounts accounts;
    private final SecondFactorRule rule;
    private final Clock clock;

    SecondFactors(
            JdbcClient jdbc,
            Proofs proofs,
            RecoveryCodes recovery,
            Secrets secrets,
            Accounts accounts,
            SecondFactorRule rule,
            Clock clock) {
        this.jdbc = jdbc;
        this.proofs = proofs;
        this.recovery = recovery;
        this.secrets = secrets;
        this.accounts = accounts;
        this.rule = rule;
        this.clock = clock;
    }

    /** Makes a secret that is not asked for until its owner has shown a code of it; one that is asked for stays. */
    @Transactional
    public void begin(long id) {
        accounts.lock(id);
        if (kept(id).filter(Kept::confirmed).isEmpty()) {
            jdbc.sql("delete from second_factor where account_id = ?").param(id).update();
            jdbc.sql("insert into second_factor (account_id, secret, last_step) values (?, ?, ?)")
                    .params(id, new Base32().encodeToString(secrets.octets(Totp.SECRET_OCTETS)), Long.MIN_VALUE)
                    .update();
        }
    }

    /** The secret that was begun, in Base32; empty where there is none, or its owner has shown a code of it. */
    public Optional<String> begun(long id) {
        return jdbc.sql("select secret from second_factor where account_id = ? and since is null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /**
     * From now on a code is asked for, if this is one of the secret that was begun; sessions that are open end then.
     *
     * @return codes for the day on which the others cannot be had, which nobody sees again; empty if it is none
     */
    @Transactional
    public List<String> confirm(long id, String code) {
        accounts.lock(id);
        Optional<Kept> begun = kept(id).filter(kept -> !kept.confirmed());
        if (begun.isEmpty() || !isRight(id, code, begun.get())) {
            return List.of();
        }
        jdbc.sql("update second_factor set since = ? where account_id = ?")
                .params(OffsetDateTime.now(clock), id)
                .update();
        accounts.endSessions(id);
        return recovery.renew(id);
    }

    /** Whether that is a code that counts now, or one on paper; it is used up by this. */
    public Proof prove(long id, String code) {
        return proofs.of(id, account -> judge(id, code));
    }

    private Proof judge(long id, String code) {
        Optional<Kept> kept = kept(id).filter(Kept::confirmed);
        if (kept.isEmpty()) {
            return Proof.WRONG;
        }
        if (isRight(id, code, kept.get())) {
            return Proof.RIGHT;
        }
        return recovery.use(id, code) ? Proof.RECOVERED : Proof.WRONG;
    }

    /** RFC 6238 section 5.2: the verifier must not take a code a second time. */
    private boolean isRight(long id, String code, Kept kept) {
        OptionalLong step = Totp.stepOf(code.replaceAll("\\s", ""), kept.secret(), clock.instant());
        if (step.isEmpty() || step.getAsLong() <= kept.lastStep()) {
            return false;
        }
        jdbc.sql("update second_factor set last_step = ? where account_id = ?")
                .params(step.getAsLong(), id)
                .update();
        return true;
    }

    /** Fresh codes on paper, which nobody sees again; those from before open nothing any more. */
    public List<String> renewRecoveryCodes(long id) {
        return recovery.renew(id);
    }

    /** How many codes on paper are left. */
    public int recoveryCodesLeft(long id) {
        return recovery.left(id);
    }

    /** From now on the password is enough; sessions that are open end. */
    @Transactional
    public void end(long id) {
        jdbc.sql("delete from second_factor where account_id = ?").param(id).update();
        recovery.clear(id);
        accounts.endSessions(id);
    }

    /** Whether the password alone does not sign that account in. */
    public boolean isAskedOf(Account account) {
        return account.hasSecondFactor() || rule.isFor(account.role());
    }

    private Optional<Kept> kept(long id) {
        return jdbc.sql("select secret, since, last_step from second_factor where account_id = ?")
                .param(id)
                .query((row, number) -> new Kept(
                        new Base32().decode(row.getString("secret")),
                        row.getObject("since") != null,
                        row.getLong("last_step")))
                .optional();
    }
}
