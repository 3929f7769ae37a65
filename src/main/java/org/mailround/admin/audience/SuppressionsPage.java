package org.mailround.admin.audience;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.AbsentException;
import org.mailround.admin.Audited;
import org.mailround.admin.PageOf;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Suppression;
import org.mailround.subscriber.Suppressions;
import org.mailround.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Addresses that must not be mailed: to find, to add, and to lift. */
@Controller
@RequestMapping("/suppressions")
class SuppressionsPage {

    private final Suppressions suppressions;
    private final Words words;

    SuppressionsPage(Suppressions suppressions, Words words) {
        this.suppressions = suppressions;
        this.words = words;
    }

    @GetMapping
    @Audited("looked at suppressions")
    String suppressions(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        List<Suppression> found = found(q.strip(), reason.isEmpty() ? null : reason, before);
        boolean more = found.size() > PageOf.SIZE;
        List<Suppression> rows = more ? found.subList(0, PageOf.SIZE) : found;
        model.addAttribute("q", q.strip());
        model.addAttribute("reason", reason);
        model.addAttribute("reasons", suppressions.reasons());
        model.addAttribute("rows", rows);
        model.addAttribute("older", more ? rows.get(rows.size() - 1).id() : null);
        return "suppressions";
    }

    /** A whole address is found also where nothing but its hash is known. */
    private List<Suppression> found(String q, @Nullable String reason, long before) {
        Optional<EmailAddress> whole = address(q);
        return whole.isPresent()
                ? whole.flatMap(suppressions::find).stream().toList()
                : suppressions.page(q, reason, before, PageOf.SIZE + 1);
    }

    @PostMapping
    @Audited("suppressed an address")
    String add(@RequestParam String address, @RequestParam(defaultValue = "") String note, RedirectAttributes next) {
        Optional<EmailAddress> theirs = address(address.strip());
        if (theirs.isEmpty()) {
            next.addFlashAttribute("wrong", words.say("suppressions.no-address"));
        } else {
            String kept = note.isBlank()
                    ? null
                    : note.strip().substring(0, Math.min(note.strip().length(), 500));
            boolean added = suppressions.suppress(theirs.get(), "staff", kept);
            next.addFlashAttribute("done", words.say(added ? "suppressions.added" : "suppressions.known"));
        }
        return "redirect:/suppressions";
    }

    @PostMapping("/{id:\\d+}/lift")
    @Audited("lifted a suppression")
    String lift(@PathVariable long id, RedirectAttributes next) {
        Suppression suppression = suppressions.find(id).orElseThrow(() -> new AbsentException("suppression " + id));
        if (suppression.isTheirWish()) {
            next.addFlashAttribute("wrong", words.say("subscriber.theirs"));
        } else {
            suppressions.lift(suppression);
            next.addFlashAttribute("done", words.say("suppressions.lifted"));
        }
        return "redirect:/suppressions";
    }

    private static Optional<EmailAddress> address(String text) {
        try {
            return text.contains("@") ? Optional.of(EmailAddress.parse(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
