package org.mailround.admin;

import org.jspecify.annotations.Nullable;
import org.mailround.bounce.PastBounces;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Copies;
import org.mailround.delivery.LedgerEntries;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.StoredMail;
import org.mailround.staff.Role;
import org.mailround.subscriber.Suppressions;
import org.mailround.words.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What became of one recipient's copy, attempt by attempt, and the mail itself. */
@Controller
@RequestMapping("/editions/{edition:\\d+}/recipients/{recipient:\\d+}")
class RecipientPage {

    private final Editions editions;
    private final LedgerEntries entries;
    private final Copies copies;
    private final PastBounces bounces;
    private final Suppressions suppressions;
    private final Wording wording;
    private final Words words;

    RecipientPage(
            Editions editions,
            LedgerEntries entries,
            Copies copies,
            PastBounces bounces,
            Suppressions suppressions,
            Wording wording,
            Words words) {
        this.editions = editions;
        this.entries = entries;
        this.copies = copies;
        this.bounces = bounces;
        this.suppressions = suppressions;
        this.wording = wording;
        this.words = words;
    }

    @GetMapping
    @Audited("looked at a recipient")
    String recipient(
            @PathVariable("edition") long id,
            @PathVariable("recipient") long recipient,
            @AuthenticationPrincipal StaffUser me,
            Model model) {
        Edition edition = edition(id);
        RecipientView view = entries.find(edition, recipient)
                .map(entry -> new RecipientView(entry, wording, words))
                .orElseThrow(() -> new AbsentException("recipient " + recipient));
        model.addAttribute("edition", edition);
        model.addAttribute("recipient", view);
        model.addAttribute("bounce", bounces.of(recipient).map(BounceView::new).orElse(null));
        model.addAttribute("suppression", suppression(view));
        model.addAttribute("mayChange", me.role().compareTo(Role.EDITOR) >= 0);
        model.addAttribute(
                "attempts",
                entries.attempts(recipient).stream().map(AttemptView::new).toList());
        return "recipient";
    }

    /** Why they are not mailed now, which staff may change; null if they are, or wish it so. */
    private @Nullable String suppression(RecipientView view) {
        String address = view.entry().address();
        return address == null
                ? null
                : suppressions
                        .find(EmailAddress.parse(address))
                        .filter(it -> !it.isTheirWish())
                        .map(it -> wording.suppressed(it.reason()))
                        .orElse(null);
    }

    @GetMapping("/mail")
    @Audited("looked at a recipient's mail")
    ResponseEntity<String> mail(@PathVariable("edition") long id, @PathVariable("recipient") long recipient) {
        return copies.octets(edition(id), recipient)
                .map(StoredMail::read)
                .map(MailFrame::inert)
                .orElseGet(MailFrame::gone);
    }

    private Edition edition(long id) {
        return editions.find(id).orElseThrow(() -> new AbsentException("edition " + id));
    }
}
