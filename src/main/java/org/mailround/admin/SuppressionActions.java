package org.mailround.admin;

import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.LedgerEntries;
import org.mailround.delivery.LedgerEntry;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Suppressions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets mail go again to somebody whose mail came back once, as staff know better. */
@Controller
class SuppressionActions {

    private final Editions editions;
    private final LedgerEntries entries;
    private final Suppressions suppressions;

    SuppressionActions(Editions editions, LedgerEntries entries, Suppressions suppressions) {
        this.editions = editions;
        this.entries = entries;
        this.suppressions = suppressions;
    }

    @PostMapping("/editions/{edition:\\d+}/recipients/{recipient:\\d+}/lift")
    @Audited("let mail go again to a recipient")
    String lift(@PathVariable("edition") long id, @PathVariable("recipient") long recipient, RedirectAttributes next) {
        Edition edition = editions.find(id).orElseThrow(() -> new AbsentException("edition " + id));
        LedgerEntry entry =
                entries.find(edition, recipient).orElseThrow(() -> new AbsentException("recipient " + recipient));
        if (entry.address() != null) {
            suppressions
                    .find(EmailAddress.parse(entry.address()))
                    .filter(it -> !it.isTheirWish())
                    .ifPresent(suppressions::lift);
        }
        next.addFlashAttribute("done", "Mail goes to them again from the next edition on, if they are on a list.");
        return "redirect:/editions/%d/recipients/%d".formatted(id, recipient);
    }
}
