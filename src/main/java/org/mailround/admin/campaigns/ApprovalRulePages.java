package org.mailround.admin.campaigns;

import org.mailround.admin.Audited;
import org.mailround.campaign.ApprovalRules;
import org.mailround.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether somebody must approve what goes out. Administrators decide it: nobody takes the rule away to send their own. */
@Controller
class ApprovalRulePages {

    private final ApprovalRules rules;
    private final Digests digests;
    private final Words words;

    ApprovalRulePages(ApprovalRules rules, Digests digests, Words words) {
        this.rules = rules;
        this.digests = digests;
        this.words = words;
    }

    @PostMapping("/campaigns/{name}/approval")
    @Audited("chose how a digest is approved")
    String ofDigest(@PathVariable String name, ApprovalForm form, RedirectAttributes next) {
        try {
            rules.set(digests.named(name), form.rule());
            next.addFlashAttribute("done", words.say("approvals.rule.saved"));
        } catch (IllegalArgumentException e) {
            next.addFlashAttribute("wrong", e.getMessage());
        }
        return "redirect:/campaigns/" + name;
    }

    @PostMapping("/approvals/rule")
    @Audited("chose how one-offs are approved")
    String ofOneOffs(ApprovalForm form, RedirectAttributes next) {
        try {
            rules.setForOneOffs(form.rule());
            next.addFlashAttribute("done", words.say("approvals.rule.saved"));
        } catch (IllegalArgumentException e) {
            next.addFlashAttribute("wrong", e.getMessage());
        }
        return "redirect:/approvals";
    }
}
