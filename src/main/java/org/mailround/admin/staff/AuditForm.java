package org.mailround.admin.staff;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailround.staff.AuditQuery;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the audit page is asked for in its address.
 *
 * @param who the name of an account; empty for everybody
 * @param did an action; empty for all
 * @param from the first day; null for all
 * @param until the last day; null for all
 */
record AuditForm(
        String who,
        String did,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until) {

    AuditForm(@Nullable String who, @Nullable String did, @Nullable LocalDate from, @Nullable LocalDate until) {
        this.who = Objects.requireNonNullElse(who, "");
        this.did = Objects.requireNonNullElse(did, "");
        this.from = from;
        this.until = until;
    }

    /** Whether it asks for less than all. */
    public boolean isNarrow() {
        return !who.isEmpty() || !did.isEmpty() || from != null || until != null;
    }

    /** @param zone where days begin */
    AuditQuery query(ZoneId zone) {
        return new AuditQuery(
                who.isEmpty() ? null : who,
                did.isEmpty() ? null : did,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
