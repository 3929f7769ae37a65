package org.mailround.admin.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.AbsentException;
import org.mailround.admin.Audited;
import org.mailround.admin.OwnSession;
import org.mailround.admin.StaffUser;
import org.mailround.admin.Unaudited;
import org.mailround.rfc.EmailAddress;
import org.mailround.staff.Account;
import org.mailround.staff.AccountException;
import org.mailround.staff.Accounts;
import org.mailround.staff.Audit;
import org.mailround.staff.OwnPassword;
import org.mailround.staff.Proof;
import org.mailround.words.PageLanguage;
import org.mailround.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What everybody decides about their own account. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private static final String HERE = "redirect:/account";

    private final Accounts accounts;
    private final OwnPassword passwords;
    private final OwnSession session;
    private final Audit audit;
    private final Words words;

    AccountPage(Accounts accounts, OwnPassword passwords, OwnSession session, Audit audit, Words words) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.session = session;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping
    String account(@AuthenticationPrincipal StaffUser me, Model model) {
        Account account = accounts.find(me.id()).orElseThrow(() -> new AbsentException("account " + me.id()));
        model.addAttribute("account", account);
        model.addAttribute("languages", PageLanguage.SPOKEN);
        return "account";
    }

    @PostMapping("/password")
    @Unaudited("audited when it is done")
    String password(
            @AuthenticationPrincipal StaffUser me,
            @RequestParam String old,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            Proof proof = passwords.change(me.id(), old, password);
            if (proof.isGiven()) {
                session.renew(me, request, response);
                audit.record(me.name(), "changed their password", "");
                next.addFlashAttribute("done", words.say("account.password.done"));
            } else {
                next.addFlashAttribute(
                        "wrong", words.say(proof == Proof.LOCKED ? "account.locked" : "account.password.wrong"));
            }
        } catch (AccountException e) {
            next.addFlashAttribute("wrong", e.getMessage());
        }
        return HERE;
    }

    @PostMapping("/email")
    @Audited("changed their e-mail address")
    String email(
            @AuthenticationPrincipal StaffUser me,
            @RequestParam(defaultValue = "") String email,
            RedirectAttributes next) {
        Optional<EmailAddress> address = Addresses.read(email);
        if (address.isEmpty() && !email.isBlank()) {
            next.addFlashAttribute("wrong", words.say("account.email.wrong", email.strip()));
        } else {
            accounts.changeEmail(me.id(), address.orElse(null));
            next.addFlashAttribute("done", words.say("account.email.done"));
        }
        return HERE;
    }

    @PostMapping("/language")
    @Audited("chose the language of their pages")
    String language(
            @AuthenticationPrincipal StaffUser me,
            @RequestParam(defaultValue = "") String language,
            HttpServletRequest request,
            RedirectAttributes next) {
        String spoken = spoken(language);
        accounts.chooseLanguage(me.id(), spoken);
        PageLanguage.isOf(request, spoken);
        next.addFlashAttribute("done", words.say("account.language.done"));
        return HERE;
    }

    private static @Nullable String spoken(String language) {
        return PageLanguage.SPOKEN.stream()
                .map(Locale::toLanguageTag)
                .filter(language::equals)
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/sessions/end")
    @Audited("signed out everywhere else")
    String endSessions(
            @AuthenticationPrincipal StaffUser me,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        accounts.endSessions(me.id());
        session.renew(me, request, response);
        next.addFlashAttribute("done", words.say("account.sessions.done"));
        return HERE;
    }
}
