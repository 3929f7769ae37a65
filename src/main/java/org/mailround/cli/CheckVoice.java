package org.mailround.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.batch.Progress;
import org.mailround.preflight.Area;
import org.mailround.preflight.Finding;
import org.mailround.preflight.Severity;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Says what was found before mail goes out. */
class CheckVoice implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final Program program;
    private final Console console;

    CheckVoice(Program program) {
        this.program = program;
        this.console = program.console();
    }

    void listen() {
        program.listen(this);
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof Progress progress) {
            console.advance(progress.step(), progress.advanced(), progress.total());
        }
    }

    void tell(List<Finding> findings) {
        long errors = count(findings, Severity.ERROR);
        long warnings = count(findings, Severity.WARNING);
        if (console.isJson()) {
            findings.forEach(this::print);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("result", errors == 0 ? "pass" : "fail");
            result.put("errors", errors);
            result.put("warnings", warnings);
            console.print(result);
            return;
        }
        Area area = null;
        for (Finding finding : findings) {
            area = tell(finding, area);
        }
        console.say("");
        console.say(sum(errors, warnings));
    }

    private void print(Finding finding) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("severity", finding.severity().label());
        line.put("code", finding.code());
        if (finding.subject() != null) {
            line.put("subject", finding.subject());
        }
        line.put("sentence", finding.sentence());
        console.print(line);
    }

    private Area tell(Finding finding, @Nullable Area before) {
        if (finding.area() != before) {
            console.say((before == null ? "" : System.lineSeparator())
                    + finding.area().heading());
        }
        String sign = switch (finding.severity()) {
            case OK -> "✓ ok     ";
            case WARNING -> "! warning";
            case ERROR -> "✗ error  ";
        };
        console.say("  %s  %s%s".formatted(sign, campaign(finding), finding.sentence()));
        return finding.area();
    }

    /** Of several campaigns much the same is found. */
    private static String campaign(Finding finding) {
        boolean ofCampaign = finding.area() == Area.AUDIENCE || finding.area() == Area.MAIL;
        return ofCampaign && finding.subject() != null ? finding.subject() + ": " : "";
    }

    private static String sum(long errors, long warnings) {
        if (errors == 0) {
            return warnings == 0
                    ? "All is as it should be."
                    : "Nothing is in the way of sending; %s to look at."
                            .formatted(Sentences.count(warnings, "warning"));
        }
        return "%s, %s: mend what is marked ✗, then check again."
                .formatted(Sentences.count(errors, "error"), Sentences.count(warnings, "warning"));
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
