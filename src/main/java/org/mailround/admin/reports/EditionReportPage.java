package org.mailround.admin.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.mailround.admin.AbsentException;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Ledger;
import org.mailround.recent.StillCountingException;
import org.mailround.report.Breakdown;
import org.mailround.report.Breakdowns;
import org.mailround.report.DomainReport;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** How one edition went: what became of everybody, when, and where. */
@Controller
@RequestMapping("/reports/editions/{edition:\\d+}")
class EditionReportPage {

    /** More bars say less. */
    private static final int DOMAINS = 12;

    private final Editions editions;
    private final Ledger ledger;
    private final Breakdowns breakdowns;

    EditionReportPage(Editions editions, Ledger ledger, Breakdowns breakdowns) {
        this.editions = editions;
        this.ledger = ledger;
        this.breakdowns = breakdowns;
    }

    @GetMapping
    String report(@PathVariable("edition") long id, Model model) {
        Edition edition = edition(id);
        model.addAttribute("result", new EditionResult(edition, ledger.accounting(edition)));
        try {
            Breakdown breakdown = breakdowns.of(edition);
            model.addAttribute("breakdown", breakdown);
            model.addAttribute(
                    "domains", breakdown.domains().stream().limit(DOMAINS).toList());
        } catch (StillCountingException e) {
            model.addAttribute("counting", true);
        }
        return "report";
    }

    @GetMapping("/domains.csv")
    void domains(@PathVariable("edition") long id, HttpServletResponse response) throws IOException {
        List<DomainReport> domains = breakdowns.count(edition(id)).domains();
        try (ReportCsv csv = ReportCsv.to(response, "edition-%d-domains.csv".formatted(id))) {
            csv.row("domain", "audience", "accepted", "rejected", "expired", "bounced", "complained");
            for (DomainReport each : domains) {
                csv.row(
                        each.domain(),
                        each.audience(),
                        each.accepted(),
                        each.rejected(),
                        each.expired(),
                        each.bounced(),
                        each.complained());
            }
        }
    }

    private Edition edition(long id) {
        return editions.find(id).orElseThrow(() -> new AbsentException("edition " + id));
    }
}
