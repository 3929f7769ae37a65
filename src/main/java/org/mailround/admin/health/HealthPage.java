package org.mailround.admin.health;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailround.admin.Audited;
import org.mailround.batch.Chores;
import org.mailround.notice.Notices;
import org.mailround.preflight.Area;
import org.mailround.preflight.Finding;
import org.mailround.preflight.Severity;
import org.mailround.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether everything is well: a line a part, and the preflight in full when somebody asks for it. */
@Controller
@RequestMapping("/health")
class HealthPage {

    private static final Logger log = LoggerFactory.getLogger(HealthPage.class);

    private final List<Part> parts;
    private final FullCheck check;
    private final Notices notices;
    private final Chores chores;
    private final Words words;
    private final Clock clock;

    HealthPage(List<Part> parts, FullCheck check, Notices notices, Chores chores, Words words, Clock clock) {
        this.parts = parts;
        this.check = check;
        this.notices = notices;
        this.chores = chores;
        this.words = words;
        this.clock = clock;
    }

    /** What was found in one area of the preflight. */
    record Found(Area area, List<Finding> findings) {

        /** Behind {@code health.area.} in the words. */
        public String label() {
            return area.name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping
    String health(Model model) {
        Signs signs = new Signs(clock.instant(), notices.current(), chores.all());
        List<Line> lines = parts.stream().map(part -> look(part, signs)).toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "worst",
                lines.stream()
                        .map(Line::standing)
                        .max(Comparator.naturalOrder())
                        .orElse(Standing.WELL));
        model.addAttribute(
                "wanting",
                lines.stream().filter(line -> line.standing() != Standing.WELL).count());
        addCheck(model);
        return "health";
    }

    /** One that cannot be looked at is ill itself, and keeps nobody from seeing the others. */
    private Line look(Part part, Signs signs) {
        try {
            return part.look(signs);
        } catch (RuntimeException e) {
            log.warn("The health of {} cannot be told", part.name(), e);
            return Line.ill(part.name(), words.say("health.unknown"), words.say("health.unknown.mend"));
        }
    }

    private void addCheck(Model model) {
        FullCheck.Result result = check.result();
        model.addAttribute("going", check.going());
        model.addAttribute("result", result);
        List<Finding> findings = result == null ? List.of() : result.findings();
        model.addAttribute("found", byArea(findings));
        model.addAttribute("errors", count(findings, Severity.ERROR));
        model.addAttribute("warnings", count(findings, Severity.WARNING));
        model.addAttribute("colours", Map.of("error", "bad", "warning", "amber", "ok", "good"));
    }

    private static List<Found> byArea(List<Finding> findings) {
        return List.of(Area.values()).stream()
                .map(area -> new Found(
                        area,
                        findings.stream()
                                .filter(finding -> finding.area() == area)
                                .sorted(Comparator.comparing(Finding::severity))
                                .toList()))
                .filter(found -> !found.findings().isEmpty())
                .toList();
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    @PostMapping("/check")
    @Audited("checked everything")
    String check(RedirectAttributes next) {
        next.addFlashAttribute("done", words.say(check.begin() ? "health.check.begun" : "health.check.goes-on"));
        return "redirect:/health#check";
    }
}
