package org.mailround.admin.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Ledger;
import org.mailround.recent.StillCountingException;
import org.mailround.subscriber.ListGrowth;
import org.mailround.subscriber.MailingList;
import org.mailround.subscriber.MailingLists;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the last editions went, and how lists grow. */
@Controller
@RequestMapping("/reports")
class ReportsPage {

    private static final int LATEST = 30;

    private final Editions editions;
    private final Ledger ledger;
    private final MailingLists lists;
    private final ListGrowth growth;

    ReportsPage(Editions editions, Ledger ledger, MailingLists lists, ListGrowth growth) {
        this.editions = editions;
        this.ledger = ledger;
        this.lists = lists;
        this.growth = growth;
    }

    /** @param list the name of the one whose growth is shown; null for the first */
    @GetMapping
    String reports(@RequestParam @Nullable String list, Model model) {
        List<MailingList> all = lists.all();
        MailingList shown = all.stream()
                .filter(each -> each.name().equals(list))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
        model.addAttribute("results", results());
        model.addAttribute("lists", all);
        model.addAttribute("list", shown);
        if (shown != null) {
            grow(shown, model);
        }
        return "reports";
    }

    private void grow(MailingList list, Model model) {
        try {
            model.addAttribute("weeks", growth.of(list));
        } catch (StillCountingException e) {
            model.addAttribute("counting", true);
        }
    }

    /** The oldest first, as time goes from left to right. */
    private List<EditionResult> results() {
        List<Edition> some = editions.newest(0, LATEST);
        List<EditionResult> results = new ArrayList<>(EditionResult.of(some, ledger.accountings(some)));
        Collections.reverse(results);
        return results;
    }

    @GetMapping("/editions.csv")
    void editions(HttpServletResponse response) throws IOException {
        try (ReportCsv csv = ReportCsv.to(response, "editions.csv")) {
            csv.row(
                    "edition",
                    "made",
                    "subject",
                    "audience",
                    "accepted",
                    "suppressed",
                    "failed",
                    "uncertain",
                    "cancelled",
                    "outstanding",
                    "bounced",
                    "complained");
            for (EditionResult each : results()) {
                csv.row(
                        each.edition().id(),
                        each.edition().composedAt(),
                        each.edition().subject(),
                        each.audience(),
                        each.accepted(),
                        each.suppressed(),
                        each.failed(),
                        each.uncertain(),
                        each.cancelled(),
                        each.outstanding(),
                        each.bounced(),
                        each.complained());
            }
        }
    }

    /** Of every list. */
    @GetMapping("/lists.csv")
    void lists(HttpServletResponse response) throws IOException {
        try (ReportCsv csv = ReportCsv.to(response, "lists.csv")) {
            csv.row("list", "week", "came", "left");
            for (MailingList list : lists.all()) {
                for (ListGrowth.Week week : growth.count(list)) {
                    csv.row(list.name(), week.monday(), week.came(), week.left());
                }
            }
        }
    }
}
