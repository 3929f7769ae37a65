package org.mailround.admin.staff;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.AbsentException;
import org.mailround.admin.Complaint;
import org.mailround.admin.StaffUser;
import org.mailround.admin.Unaudited;
import org.mailround.rfc.EmailAddress;
import org.mailround.staff.Account;
import org.mailround.staff.AccountException;
import org.mailround.staff.Accounts;
import org.mailround.staff.Audit;
import org.mailround.staff.Role;
import org.mailround.staff.SecondFactorRule;
import org.mailround.staff.StaffLinks;
import org.mailround.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who works here, and what each may do. */
@Controller
@RequestMapping("/people")
class PeoplePage {

    private final Accounts accounts;
    private final StaffLinks links;
    private final SecondFactorRule rule;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    PeoplePage(Accounts accounts, StaffLinks links, SecondFactorRule rule, Audit audit, Words words, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.rule = rule;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /** One of them, and whether too many wrong passwords keep them out. */
    record Row(Account account, boolean locked) {}

    @GetMapping
    String people(Model model) {
        Instant now = clock.instant();
        List<Row> rows = accounts.all().stream()
                .map(account -> new Row(account, account.isLockedAt(now)))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("roles", Role.values());
        model.addAttribute("least", rule.least().orElse(null));
        return "people";
    }

    @PostMapping
    @Unaudited("audited with name and role")
    String add(
            @AuthenticationPrincipal StaffUser me,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam Role role,
            RedirectAttributes next) {
        Account account = accounts.create(name, address(email), role);
        audit.record(me.name(), "made an account", account.name() + ", " + role.label());
        return tellLink(account, next);
    }

    @PostMapping("/{id}/link")
    @Unaudited("audited with the name")
    String link(@AuthenticationPrincipal StaffUser me, @PathVariable long id, RedirectAttributes next) {
        Account account = account(id);
        audit.record(me.name(), "let a new password be chosen", account.name());
        return tellLink(account, next);
    }

    @PostMapping("/{id}/role")
    @Unaudited("audited with name and roles")
    String role(
            @AuthenticationPrincipal StaffUser me,
            @PathVariable long id,
            @RequestParam Role role,
            RedirectAttributes next) {
        Account account = account(id);
        accounts.changeRole(id, role);
        audit.record(
                me.name(),
                "changed a role",
                "%s, from %s to %s".formatted(account.name(), account.role().label(), role.label()));
        next.addFlashAttribute(
                "done", words.say("people.role.done", account.name(), words.say("role." + role.label())));
        return "redirect:/people";
    }

    @PostMapping("/{id}/remove")
    @Unaudited("audited with name and role")
    String remove(@AuthenticationPrincipal StaffUser me, @PathVariable long id, RedirectAttributes next) {
        Account account = account(id);
        accounts.remove(id);
        audit.record(
                me.name(),
                "removed an account",
                account.name() + ", " + account.role().label());
        next.addFlashAttribute("done", words.say("people.removed", account.name()));
        return "redirect:/people";
    }

    private Account account(long id) {
        return accounts.find(id).orElseThrow(() -> new AbsentException("account " + id));
    }

    /** Shown once: the link is a secret between the administrator and whom it is for. */
    private String tellLink(Account account, RedirectAttributes next) {
        URI link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/password/" + links.forPassword(account))
                .build()
                .toUri();
        next.addFlashAttribute("linkFor", account.name());
        next.addFlashAttribute("link", link.toString());
        return "redirect:/people";
    }

    private @Nullable EmailAddress address(String email) {
        if (email.isBlank()) {
            return null;
        }
        return Addresses.read(email).orElseThrow(() -> new Complaint(words.say("account.email.wrong", email.strip())));
    }

    @ExceptionHandler({AccountException.class, Complaint.class})
    String refused(RuntimeException e, RedirectAttributes next) {
        next.addFlashAttribute("wrong", e.getMessage());
        return "redirect:/people";
    }
}
