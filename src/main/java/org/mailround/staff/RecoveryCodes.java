package org.mailround.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Codes on paper for who has lost what shows them the others. Each opens once. */
@Repository
class RecoveryCodes {

    private static final int COUNT = 10;
    /** So many that the digest of what is random needs no salt and no slow hash. */
    private static final int OCTETS = 10;

    private final JdbcClient jdbc;
    private final Secrets secrets;

    RecoveryCodes(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** Fresh ones; those from before open nothing any more. Nobody sees them again. */
    @Transactional
    public List<String> renew(long accountId) {
        clear(accountId);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            String code = new Base32().encodeToString(secrets.octets(OCTETS)).toLowerCase(Locale.ROOT);
            jdbc.sql("insert into recovery_code (account_id, digest) values (?, ?)")
                    .params(accountId, Secrets.digest(code))
                    .update();
            codes.add(code.replaceAll("(.{4})(?=.)", "$1-"));
        }
        return codes;
    }

    void clear(long accountId) {
        jdbc.sql("delete from recovery_code where account_id = ?")
                .param(accountId)
                .update();
    }

    /** @return whether it was one that is left; it is used up then */
    boolean use(long accountId, String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        return jdbc.sql("delete from recovery_code where account_id = ? and digest = ?")
                        .params(accountId, Secrets.digest(plain))
                        .update()
                == 1;
    }

    int left(long accountId) {
        return jdbc.sql("select count(*) from recovery_code where account_id = ?")
                .param(accountId)
                .query(Integer.class)
                .single();
    }
}
