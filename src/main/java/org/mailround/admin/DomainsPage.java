package org.mailround.admin;

import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.recent.StillCountingException;
import org.mailround.report.Breakdowns;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of an edition, domain by domain: it shows where a mail server dislikes us. */
@Controller
class DomainsPage {

    private final Editions editions;
    private final Breakdowns breakdowns;

    DomainsPage(Editions editions, Breakdowns breakdowns) {
        this.editions = editions;
        this.breakdowns = breakdowns;
    }

    @GetMapping("/editions/{edition:\\d+}/domains")
    String domains(@PathVariable("edition") long id, Model model) {
        Edition edition = editions.find(id).orElseThrow(() -> new AbsentException("edition " + id));
        model.addAttribute("edition", edition);
        try {
            model.addAttribute("breakdown", breakdowns.of(edition));
        } catch (StillCountingException e) {
            model.addAttribute("counting", true);
        }
        return "domains";
    }
}
