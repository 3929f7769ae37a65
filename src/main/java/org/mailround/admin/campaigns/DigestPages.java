package org.mailround.admin.campaigns;

import java.util.Set;
import org.mailround.admin.AbsentException;
import org.mailround.admin.Audited;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.DigestSettings;
import org.mailround.campaign.DigestSetup;
import org.mailround.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making a digest, and ending one. */
@Controller
@RequestMapping("/campaigns")
class DigestPages {

    private static final String TEMPLATE = "digest";
    private static final int ARTICLES = 8;

    private final DigestSetup setup;
    private final Digests digests;
    private final Words words;

    DigestPages(DigestSetup setup, Digests digests, Words words) {
        this.setup = setup;
        this.digests = digests;
        this.words = words;
    }

    @PostMapping
    @Audited("made a digest")
    String create(@RequestParam String title, RedirectAttributes next) {
        try {
            Campaign digest = setup.create(new DigestSettings(title, TEMPLATE, ARTICLES, Set.of(), Set.of()));
            next.addFlashAttribute("done", words.say("campaigns.made"));
            return "redirect:/campaigns/" + digest.name();
        } catch (IllegalArgumentException e) {
            next.addFlashAttribute("wrong", e.getMessage());
            return "redirect:/campaigns";
        }
    }

    /** One that never had an edition is thrown away; any other stays, among those that ended. */
    @PostMapping("/{name}/end")
    @Audited("ended a digest")
    String end(@PathVariable String name, RedirectAttributes next) {
        Campaign digest = digests.named(name);
        if (!setup.delete(digest)) {
            setup.archive(digest);
        }
        next.addFlashAttribute("done", words.say("campaigns.ended", digest.title()));
        return "redirect:/campaigns";
    }

    @PostMapping("/{name}/revive")
    @Audited("took a digest back")
    String revive(@PathVariable String name, RedirectAttributes next) {
        Campaign digest = setup.archived().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AbsentException("digest of that name that ended"));
        setup.revive(digest);
        next.addFlashAttribute("done", words.say("campaigns.revived"));
        return "redirect:/campaigns/" + name;
    }
}
