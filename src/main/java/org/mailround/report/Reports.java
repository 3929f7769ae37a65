package org.mailround.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounting of any edition, at any moment, also while it is sent. */
@Component
public class Reports {

    private final Editions editions;
    private final Ledger ledger;
    private final JdbcClient jdbc;

    Reports(Editions editions, Ledger ledger, JdbcClient jdbc) {
        this.editions = editions;
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    /** The report of that edition, or empty where there is none of that number. */
    public Optional<Report> find(long edition) {
        return editions.find(edition).map(this::of);
    }

    /** The report of the edition that was composed last, or empty on a fresh database. */
    public Optional<Report> latest() {
        return editions.latest().map(this::of);
    }

    /** What there is to report while there is no edition at all. */
    public Report nothingYet() {
        return Report.withoutEdition("", "", "nothing-new", 0, List.of(), Map.of());
    }

    private Report of(Edition edition) {
        return Report.of(edition, ledger.accounting(edition), steps(edition.id()));
    }

    private Map<String, Double> steps(long edition) {
        Map<String, Double> steps = new LinkedHashMap<>();
        jdbc.sql("select name, seconds from edition_step where edition_id = ? order by position")
                .param(edition)
                .query(row -> {
                    steps.put(row.getString("name"), row.getDouble("seconds"));
                });
        return steps;
    }
}
