package org.mailround.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.LedgerEntries;
import org.mailround.delivery.LedgerFilter;
import org.mailround.delivery.LedgerPage;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.mailround.words.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The recipients of an edition: to search, to filter, and to take away. */
@Controller
@RequestMapping("/editions/{edition:\\d+}")
class RecipientsPage {

    private final Editions editions;
    private final Reports reports;
    private final LedgerEntries entries;
    private final EditionViews views;
    private final Wording wording;
    private final Words words;

    RecipientsPage(
            Editions editions,
            Reports reports,
            LedgerEntries entries,
            EditionViews views,
            Wording wording,
            Words words) {
        this.editions = editions;
        this.reports = reports;
        this.entries = entries;
        this.views = views;
        this.wording = wording;
        this.words = words;
    }

    /** @param after the number of the last one of the page before */
    @GetMapping("/recipients")
    @Audited("looked at recipients")
    String recipients(
            @PathVariable("edition") long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @Nullable Long after,
            Model model) {
        Edition edition = edition(id);
        RecipientsQuery query = RecipientsQuery.of(q, state);
        LedgerFilter filter = query.filter();
        Report report = reports.find(id).orElseThrow(() -> new AbsentException("edition " + id));
        model.addAttribute("edition", edition);
        model.addAttribute("report", report);
        model.addAttribute("sums", views.sums(report));
        model.addAttribute("query", query);
        LedgerPage page = entries.page(edition, filter, after, PageOf.SIZE);
        model.addAttribute("rows", rows(page));
        model.addAttribute("next", page.more() ? query.with("after", page.last()) : null);
        model.addAttribute("isFirst", after == null);
        model.addAttribute("byBeginning", !query.q().isEmpty() && !entries.areFew(edition, filter));
        return "recipients";
    }

    private List<RecipientView> rows(LedgerPage page) {
        return page.entries().stream()
                .map(entry -> new RecipientView(entry, wording, words))
                .toList();
    }

    @GetMapping("/recipients.csv")
    @Audited("exported recipients")
    void csv(
            @PathVariable("edition") long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        Edition edition = edition(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("edition-%d-recipients.csv".formatted(id))
                        .build()
                        .toString());
        try (RecipientsCsv csv = new RecipientsCsv(response.getWriter())) {
            entries.each(
                    edition,
                    RecipientsQuery.of(q, state).filter(),
                    entry -> csv.write(new RecipientView(entry, wording, words)));
        }
    }

    private Edition edition(long id) {
        return editions.find(id).orElseThrow(() -> new AbsentException("edition " + id));
    }
}
