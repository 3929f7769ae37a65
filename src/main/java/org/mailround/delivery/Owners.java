package org.mailround.delivery;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The processes that work the ledger, and who of them works which edition. */
@Repository
class Owners {

    private final JdbcClient jdbc;

    Owners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Owner owner) {
        jdbc.sql("insert into ledger_owner (name, machine, process, journal, lease_until) values (?, ?, ?, ?, ?)")
                .params(
                        owner.name(),
                        owner.machine(),
                        owner.process(),
                        owner.journal().toString())
                .param(owner.leaseUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Prolongs a lease; false if the owner was taken for gone meanwhile, and its claims came back. */
    boolean renew(String name, Instant until) {
        return jdbc.sql("update ledger_owner set lease_until = ? where name = ?")
                        .params(until.atOffset(ZoneOffset.UTC), name)
                        .update()
                == 1;
    }

    List<Owner> all() {
        return jdbc.sql("select * from ledger_owner order by name")
                .query(Owners::map)
                .list();
    }

    /** The owner as it is now, and nobody else changes it before the transaction ends; or empty. */
    Optional<Owner> lock(String name) {
        return jdbc.sql("select * from ledger_owner where name = ? for update")
                .param(name)
                .query(Owners::map)
                .optional();
    }

    void remove(String name) {
        jdbc.sql("delete from ledger_lease where owner = ?").param(name).update();
        jdbc.sql("delete from ledger_owner where name = ?").param(name).update();
    }

    /** Makes an owner the one that works an edition; false if another does. */
    boolean lease(long editionId, String name) {
        try {
            jdbc.sql("insert into ledger_lease (edition_id, owner) values (?, ?)")
                    .params(editionId, name)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void release(long editionId, String name) {
        jdbc.sql("delete from ledger_lease where edition_id = ? and owner = ?")
                .params(editionId, name)
                .update();
    }

    /** The owner that works an edition, or empty. */
    Optional<Owner> of(long editionId) {
        return jdbc.sql("select o.* from ledger_lease l join ledger_owner o on o.name = l.owner where l.edition_id = ?")
                .param(editionId)
                .query(Owners::map)
                .optional();
    }

    /** The editions that an owner works. */
    List<Long> editions(String name) {
        return jdbc.sql("select edition_id from ledger_lease where owner = ? order by edition_id")
                .param(name)
                .query(Long.class)
                .list();
    }

    private static Owner map(ResultSet row, int number) throws SQLException {
        return new Owner(
                row.getString("name"),
                row.getString("machine"),
                row.getString("process"),
                Path.of(row.getString("journal")),
                row.getObject("lease_until", OffsetDateTime.class).toInstant());
    }
}
