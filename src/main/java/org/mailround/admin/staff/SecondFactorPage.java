package org.mailround.admin.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.mailround.admin.AbsentException;
import org.mailround.admin.OwnSession;
import org.mailround.admin.StaffUser;
import org.mailround.admin.Unaudited;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.mailround.staff.Audit;
import org.mailround.staff.Proof;
import org.mailround.staff.SecondFactorRule;
import org.mailround.staff.SecondFactors;
import org.mailround.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second factor of who is signed in: to set up, to get fresh recovery codes for, and to end. */
@Controller
@RequestMapping("/account/second-factor")
class SecondFactorPage {

    static final String PATH = "/account/second-factor";

    private static final String HERE = "redirect:" + PATH;

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final SecondFactorRule rule;
    private final SetUp setUp;
    private final OwnSession session;
    private final Audit audit;
    private final Words words;

    SecondFactorPage(
            Accounts accounts,
            SecondFactors secondFactors,
            SecondFactorRule rule,
            SetUp setUp,
            OwnSession session,
            Audit audit,
            Words words) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.rule = rule;
        this.setUp = setUp;
        this.session = session;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping
    String page(@AuthenticationPrincipal StaffUser me, Model model) {
        Account account = accounts.find(me.id()).orElseThrow(() -> new AbsentException("account " + me.id()));
        model.addAttribute("account", account);
        model.addAttribute("left", secondFactors.recoveryCodesLeft(me.id()));
        model.addAttribute("required", rule.isFor(me.role()));
        setUp.show(me.id(), me.name(), model);
        return "second-factor";
    }

    @PostMapping("/begin")
    @Unaudited("nothing is asked for yet; audited when it is")
    String begin(@AuthenticationPrincipal StaffUser me) {
        secondFactors.begin(me.id());
        return HERE;
    }

    @PostMapping("/confirm")
    @Unaudited("audited when it is done")
    String confirm(
            @AuthenticationPrincipal StaffUser me,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        List<String> codes = secondFactors.confirm(me.id(), code);
        if (codes.isEmpty()) {
            next.addFlashAttribute("wrong", words.say("second.wrong"));
        } else {
            session.renew(me, request, response);
            audit.record(me.name(), "set up a second factor", "");
            next.addFlashAttribute("codes", codes);
        }
        return HERE;
    }

    @PostMapping("/codes")
    @Unaudited("audited when it is done")
    String codes(@AuthenticationPrincipal StaffUser me, @RequestParam String code, RedirectAttributes next) {
        if (isProven(me, code, next)) {
            next.addFlashAttribute("codes", secondFactors.renewRecoveryCodes(me.id()));
            audit.record(me.name(), "made fresh recovery codes", "");
        }
        return HERE;
    }

    @PostMapping("/end")
    @Unaudited("audited when it is done")
    String end(
            @AuthenticationPrincipal StaffUser me,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (rule.isFor(me.role())) {
            next.addFlashAttribute("wrong", words.say("second.required"));
        } else if (isProven(me, code, next)) {
            secondFactors.end(me.id());
            session.renew(me, request, response);
            audit.record(me.name(), "ended their second factor", "");
            next.addFlashAttribute("done", words.say("second.ended"));
        }
        return HERE;
    }

    /** Who finds an open session does not get further by it. */
    private boolean isProven(StaffUser me, String code, RedirectAttributes next) {
        Proof proof = secondFactors.prove(me.id(), code);
        if (!proof.isGiven()) {
            next.addFlashAttribute("wrong", words.say(proof == Proof.LOCKED ? "account.locked" : "second.wrong"));
        }
        return proof.isGiven();
    }
}
