package org.mailround.admin.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.mailround.admin.FirstStep;
import org.mailround.admin.OwnSession;
import org.mailround.admin.Unaudited;
import org.mailround.staff.Audit;
import org.mailround.staff.Proof;
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

/** What comes after the password, where that is not enough. */
@Controller
@RequestMapping("/login")
class SecondStepPages {

    private final SecondFactors secondFactors;
    private final SetUp setUp;
    private final OwnSession session;
    private final Audit audit;
    private final Words words;

    SecondStepPages(SecondFactors secondFactors, SetUp setUp, OwnSession session, Audit audit, Words words) {
        this.secondFactors = secondFactors;
        this.setUp = setUp;
        this.session = session;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/code")
    String code() {
        return "second-step";
    }

    @PostMapping("/code")
    @Unaudited("signing in, and a lock, are audited")
    String prove(
            @AuthenticationPrincipal FirstStep step,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Proof proof = secondFactors.prove(step.id(), code);
        if (proof == Proof.WRONG) {
            model.addAttribute("wrong", words.say("second.wrong"));
            return "second-step";
        }
        if (proof == Proof.LOCKED) {
            session.end(request, response);
            return "redirect:/login?error";
        }
        if (proof == Proof.RECOVERED) {
            audit.record(step.name(), "used a recovery code", "");
        }
        return "redirect:" + session.signIn(step, request, response);
    }

    @GetMapping("/enrol")
    String enrol(@AuthenticationPrincipal FirstStep step, Model model) {
        setUp.show(step.id(), step.name(), model);
        return "second-step-enrol";
    }

    @PostMapping("/enrol/begin")
    @Unaudited("nothing is asked for yet; audited when it is")
    String begin(@AuthenticationPrincipal FirstStep step) {
        secondFactors.begin(step.id());
        return "redirect:/login/enrol";
    }

    @PostMapping("/enrol")
    @Unaudited("audited when it is done")
    String confirm(
            @AuthenticationPrincipal FirstStep step,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        List<String> codes = secondFactors.confirm(step.id(), code);
        if (codes.isEmpty()) {
            next.addFlashAttribute("wrong", words.say("second.wrong"));
            return "redirect:/login/enrol";
        }
        session.signIn(step, request, response);
        audit.record(step.name(), "set up a second factor", "");
        next.addFlashAttribute("codes", codes);
        return "redirect:" + SecondFactorPage.PATH;
    }
}
