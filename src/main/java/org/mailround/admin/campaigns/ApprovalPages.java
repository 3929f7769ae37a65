package org.mailround.admin.campaigns;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.AbsentException;
import org.mailround.admin.Audited;
import org.mailround.admin.MailFrame;
import org.mailround.admin.StaffUser;
import org.mailround.admin.Unaudited;
import org.mailround.batch.Consents;
import org.mailround.batch.FrozenLooks;
import org.mailround.campaign.Approval;
import org.mailround.campaign.ApprovalException;
import org.mailround.campaign.ApprovalRules;
import org.mailround.campaign.Approvals;
import org.mailround.staff.Audit;
import org.mailround.words.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Editions that wait until somebody approves them, as each mail of them will be. */
@Controller
@RequestMapping("/approvals")
class ApprovalPages {

    private static final int LATEST = 20;

    private final Consents consents;
    private final Approvals approvals;
    private final ApprovalRules rules;
    private final FrozenLooks looks;
    private final Audit audit;
    private final Words words;

    ApprovalPages(
            Consents consents, Approvals approvals, ApprovalRules rules, FrozenLooks looks, Audit audit, Words words) {
        this.consents = consents;
        this.approvals = approvals;
        this.rules = rules;
        this.looks = looks;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping
    String approvals(Model model) {
        model.addAttribute("waiting", consents.waiting());
        model.addAttribute("decided", approvals.decided(LATEST));
        model.addAttribute("approval", rules.ofOneOffs());
        return "approvals";
    }

    /** @param rendering which of its renderings is shown; null for the usual one */
    @GetMapping("/{edition}")
    String approval(
            @PathVariable("edition") long id,
            @RequestParam @Nullable Long rendering,
            @AuthenticationPrincipal StaffUser me,
            Model model) {
        Approval approval = approval(id);
        List<FrozenLooks.Rendering> renderings = looks.renderings(id);
        FrozenLooks.Rendering shown = renderings.stream()
                .filter(each -> rendering == null || each.id() == rendering)
                .findFirst()
                .orElseThrow(() -> new AbsentException("rendering of edition " + id));
        model.addAttribute("approval", approval);
        model.addAttribute("mayApprove", ApprovalRights.mayApprove(me));
        model.addAttribute("isOwn", !approval.isFor(me.name()));
        model.addAttribute("renderings", renderings);
        model.addAttribute("shown", shown);
        model.addAttribute("text", looks.text(approval.edition(), shown));
        return "approval";
    }

    @GetMapping("/{edition}/preview")
    ResponseEntity<String> preview(@PathVariable("edition") long id, @RequestParam long rendering) {
        Approval approval = approval(id);
        FrozenLooks.Rendering shown = looks.renderings(id).stream()
                .filter(each -> each.id() == rendering)
                .findFirst()
                .orElseThrow(() -> new AbsentException("rendering of edition " + id));
        return MailFrame.of(() -> Optional.of(looks.html(approval.edition(), shown)));
    }

    /** @param hash of what the page showed */
    @PostMapping("/{edition}/approve")
    @Unaudited("audited with what was approved")
    String approve(
            @PathVariable("edition") long id,
            @RequestParam(defaultValue = "") String hash,
            @AuthenticationPrincipal StaffUser me,
            RedirectAttributes next) {
        approval(id);
        try {
            launch(id, hash, me);
            audit.record(me.name(), "approved", "edition %d, content %s".formatted(id, hash));
            next.addFlashAttribute("done", words.say("approvals.approved"));
            return "redirect:/editions/" + id;
        } catch (ApprovalException e) {
            next.addFlashAttribute("wrong", e.getMessage());
            return "redirect:/approvals/" + id;
        }
    }

    /** Nobody waits for it: the edition's page shows what becomes of it. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void launch(long id, String hash, StaffUser me) {
        consents.approve(id, hash, me.name());
    }

    /** @param note why, for those who wrote it */
    @PostMapping("/{edition}/reject")
    @Audited("did not approve")
    String reject(
            @PathVariable("edition") long id,
            @RequestParam(defaultValue = "") String note,
            @AuthenticationPrincipal StaffUser me,
            RedirectAttributes next) {
        approval(id);
        if (note.isBlank()) {
            next.addFlashAttribute("wrong", words.say("approvals.note.missing"));
            return "redirect:/approvals/" + id;
        }
        try {
            approvals.reject(id, me.name(), note.strip());
            next.addFlashAttribute("done", words.say("approvals.rejected"));
        } catch (ApprovalException e) {
            next.addFlashAttribute("wrong", e.getMessage());
        }
        return "redirect:/approvals";
    }

    /** Whoever may change it may take it back, to change it. */
    @PostMapping("/{edition}/withdraw")
    @Audited("took back what waited for approval")
    String withdraw(@PathVariable("edition") long id, @AuthenticationPrincipal StaffUser me, RedirectAttributes next) {
        approval(id);
        boolean withdrawn = approvals.withdraw(id, me.name(), "It was taken back to be changed.");
        next.addFlashAttribute(
                withdrawn ? "done" : "wrong", words.say(withdrawn ? "approvals.withdrawn" : "approvals.over"));
        return "redirect:/approvals";
    }

    private Approval approval(long id) {
        return consents.find(id).orElseThrow(() -> new AbsentException("approval of edition " + id));
    }
}
