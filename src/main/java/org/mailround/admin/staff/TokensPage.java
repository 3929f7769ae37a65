package org.mailround.admin.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.AbsentException;
import org.mailround.admin.StaffUser;
import org.mailround.admin.Unaudited;
import org.mailround.staff.ApiToken;
import org.mailround.staff.ApiTokens;
import org.mailround.staff.Audit;
import org.mailround.staff.Role;
import org.mailround.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens by which programs use the API. */
@Controller
@RequestMapping("/tokens")
class TokensPage {

    private final ApiTokens tokens;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    TokensPage(ApiTokens tokens, Audit audit, Words words, Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /** One of them, and whether it opens anything. */
    record Row(ApiToken token, boolean works) {}

    @GetMapping
    String tokens(Model model) {
        Instant now = clock.instant();
        List<Row> rows = tokens.all().stream()
                .map(token -> new Row(token, token.worksAt(now)))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("roles", Role.values());
        return "tokens";
    }

    /** Shown once: nobody can look it up later. */
    @PostMapping
    @Unaudited("audited with name and role")
    String create(
            @RequestParam String name,
            @RequestParam Role role,
            @RequestParam @Nullable Integer days,
            @AuthenticationPrincipal StaffUser me,
            RedirectAttributes next) {
        Instant end = days == null ? null : clock.instant().plus(Duration.ofDays(Math.max(1, days)));
        String token = tokens.create(name, role, me.name(), end);
        audit.record(me.name(), "made an API token", name.strip() + ", " + role.label());
        next.addFlashAttribute("token", token);
        return "redirect:/tokens";
    }

    @PostMapping("/{id:\\d+}/revoke")
    @Unaudited("audited with its name")
    String revoke(@PathVariable long id, @AuthenticationPrincipal StaffUser me, RedirectAttributes next) {
        ApiToken token = tokens.all().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new AbsentException("token " + id));
        tokens.revoke(id);
        audit.record(me.name(), "revoked an API token", "token %d (%s)".formatted(id, token.name()));
        next.addFlashAttribute("done", words.say("tokens.revoked", token.name()));
        return "redirect:/tokens";
    }
}
