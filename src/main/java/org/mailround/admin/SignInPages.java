package org.mailround.admin;

import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.mailround.staff.Account;
import org.mailround.staff.AccountException;
import org.mailround.staff.Audit;
import org.mailround.staff.StaffLinks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and the pages behind links that work once. */
@Controller
class SignInPages {

    private final StaffLinks links;
    private final Audit audit;

    SignInPages(StaffLinks links, Audit audit) {
        this.links = links;
        this.audit = audit;
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/setup/{token}")
    String setup(@PathVariable String token) {
        return "setup";
    }

    @PostMapping("/setup/{token}")
    @Unaudited("audited by the name that is made here")
    String setUp(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam String password,
            Model model) {
        try {
            Account account = links.setUp(token, name, address(email), password);
            audit.record(account.name(), "became the first administrator", "");
            return "redirect:/login?ready";
        } catch (AccountException e) {
            model.addAttribute("error", e.getMessage());
        } catch (IllegalArgumentException e) {
            model.addAttribute("error", "That e-mail address cannot be used: " + e.getMessage() + ".");
        }
        model.addAttribute("name", name);
        model.addAttribute("email", email);
        return "setup";
    }

    @GetMapping("/password/{token}")
    String password(@PathVariable String token, Model model) {
        links.forPassword(token).ifPresent(account -> model.addAttribute("name", account.name()));
        return "password";
    }

    @PostMapping("/password/{token}")
    @Unaudited("audited by the name that the link is for")
    String choosePassword(@PathVariable String token, @RequestParam String password, Model model) {
        try {
            Account account = links.choosePassword(token, password);
            audit.record(account.name(), "chose a password", "");
            return "redirect:/login?ready";
        } catch (AccountException e) {
            model.addAttribute("error", e.getMessage());
            return password(token, model);
        }
    }

    private static @Nullable EmailAddress address(String email) {
        return email.isBlank() ? null : EmailAddress.parse(email);
    }
}
