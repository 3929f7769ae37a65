package org.mailround.admin;

import java.net.URI;
import org.mailround.rfc.EmailAddress;
import org.mailround.staff.Account;
import org.mailround.staff.AccountException;
import org.mailround.staff.Accounts;
import org.mailround.staff.Role;
import org.mailround.staff.StaffLinks;
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

    PeoplePage(Accounts accounts, StaffLinks links) {
        this.accounts = accounts;
        this.links = links;
    }

    @GetMapping
    String people(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("roles", Role.values());
        return "people";
    }

    @PostMapping
    @Audited("made an account")
    String add(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam Role role,
            RedirectAttributes next) {
        return tellLink(accounts.create(name, email.isBlank() ? null : EmailAddress.parse(email), role), next);
    }

    @PostMapping("/{id}/link")
    @Audited("let a new password be chosen")
    String link(@PathVariable long id, RedirectAttributes next) {
        return tellLink(account(id), next);
    }

    @PostMapping("/{id}/role")
    @Audited("changed a role")
    String role(@PathVariable long id, @RequestParam Role role, RedirectAttributes next) {
        Account account = account(id);
        accounts.changeRole(id, role);
        next.addFlashAttribute("done", "%s is %s now.".formatted(account.name(), role.label()));
        return "redirect:/people";
    }

    @PostMapping("/{id}/remove")
    @Audited("removed an account")
    String remove(@PathVariable long id, RedirectAttributes next) {
        Account account = account(id);
        accounts.remove(id);
        next.addFlashAttribute("done", "%s has no account any more.".formatted(account.name()));
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

    @ExceptionHandler({AccountException.class, IllegalArgumentException.class})
    String refused(RuntimeException e, RedirectAttributes next) {
        next.addFlashAttribute("wrong", e.getMessage());
        return "redirect:/people";
    }
}
