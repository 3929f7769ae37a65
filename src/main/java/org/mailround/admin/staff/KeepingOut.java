package org.mailround.admin.staff;

import org.jspecify.annotations.Nullable;
import org.mailround.admin.AbsentException;
import org.mailround.admin.StaffUser;
import org.mailround.admin.Unaudited;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.mailround.staff.Audit;
import org.mailround.staff.Role;
import org.mailround.staff.SecondFactorRule;
import org.mailround.staff.SecondFactors;
import org.mailround.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What keeps people out of their accounts: locks, and second factors. */
@Controller
@RequestMapping("/people")
class KeepingOut {

    private static final String HERE = "redirect:/people";

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final SecondFactorRule rule;
    private final Audit audit;
    private final Words words;

    KeepingOut(Accounts accounts, SecondFactors secondFactors, SecondFactorRule rule, Audit audit, Words words) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.rule = rule;
        this.audit = audit;
        this.words = words;
    }

    @PostMapping("/{id:\\d+}/unlock")
    @Unaudited("audited with the name")
    String unlock(@AuthenticationPrincipal StaffUser me, @PathVariable long id, RedirectAttributes next) {
        Account account = account(id);
        accounts.unlock(id);
        audit.record(me.name(), "unlocked an account", account.name());
        next.addFlashAttribute("done", words.say("people.unlocked", account.name()));
        return HERE;
    }

    /** For who has lost their telephone and their paper: whoever holds neither is told from them by nothing but the eye. */
    @PostMapping("/{id:\\d+}/second-factor/end")
    @Unaudited("audited with the name")
    String endSecondFactor(@AuthenticationPrincipal StaffUser me, @PathVariable long id, RedirectAttributes next) {
        Account account = account(id);
        if (account.id() == me.id()) {
            next.addFlashAttribute("wrong", words.say("people.second.own"));
        } else {
            secondFactors.end(id);
            audit.record(me.name(), "ended a second factor", account.name());
            next.addFlashAttribute("done", words.say("people.second.ended", account.name()));
        }
        return HERE;
    }

    @PostMapping("/second-factor")
    @Unaudited("audited with the role")
    String require(@AuthenticationPrincipal StaffUser me, @RequestParam @Nullable Role least, RedirectAttributes next) {
        rule.set(least);
        audit.record(
                me.name(),
                "chose who must have a second factor",
                least == null ? "nobody" : least.label() + " and above");
        next.addFlashAttribute("done", words.say("people.second.saved"));
        return HERE;
    }

    private Account account(long id) {
        return accounts.find(id).orElseThrow(() -> new AbsentException("account " + id));
    }
}
