package org.mailround.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailround.article.BrokenSource;
import org.mailround.article.CollectionResult;
import org.mailround.article.MovedSource;
import org.mailround.bounce.BounceResult;
import org.mailround.report.Report;
import org.mailround.subscriber.ImportResult;

/** What happened, in words. */
final class Sentences {

    private Sentences() {}

    static String of(ImportResult result, boolean dryRun) {
        StringBuilder text = new StringBuilder()
                .append(dryRun ? "Would import " : "Imported ")
                .append("%s: %s, %d new, %d changed, %d unchanged"
                        .formatted(
                                result.list(),
                                count(result.rows(), "row"),
                                result.added(),
                                result.changed(),
                                result.unchanged()));
        if (result.rejected() > 0) {
            text.append(", %d rejected".formatted(result.rejected()));
            text.append(result.rejectFile() == null ? "" : " (see " + result.rejectFile() + ")");
        }
        if (result.notResurrected() > 0) {
            text.append(", %d who left and stay out".formatted(result.notResurrected()));
        }
        if (result.removed() > 0) {
            text.append(", %d %sremoved".formatted(result.removed(), dryRun ? "to be " : ""));
        }
        text.append('.');
        if (result.held() != null) {
            text.append(' ').append(result.held().sentence());
        } else if (result.noLongerInFile() > 0) {
            text.append(
                    result.noLongerInFile() == 1
                            ? " 1 person of this list is no longer in the file and still gets mail."
                            : " %d people of this list are no longer in the file and still get mail."
                                    .formatted(result.noLongerInFile()));
        }
        return text.toString();
    }

    static String of(CollectionResult result) {
        StringBuilder text = new StringBuilder(
                result.added() == 0 ? "Collected no new article" : "Collected " + count(result.added(), "new article"));
        if (result.updated() > 0) {
            text.append(", %d edited".formatted(result.updated()));
        }
        if (result.tooYoung() > 0) {
            text.append(", %d too young yet".formatted(result.tooYoung()));
        }
        if (result.tooOld() > 0) {
            text.append(", %d too old to be news".formatted(result.tooOld()));
        }
        if (result.refused() > 0) {
            text.append(", %d refused (see collect --explain)".formatted(result.refused()));
        }
        return text.append('.').toString();
    }

    static String of(BrokenSource source) {
        return "Source “%s” is broken: %s".formatted(source.source(), source.reason());
    }

    static String of(MovedSource source) {
        return "Source “%s” has moved for good: change its url to %s".formatted(source.source(), source.to());
    }

    static List<String> of(BounceResult result) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                result.judged() + result.setAside() + result.left() == 0
                        ? "The bounce mailbox holds nothing new."
                        : "The bounce mailbox: %s judged, %d set aside for a person, %d left for the next time."
                                .formatted(count(result.judged(), "message"), result.setAside(), result.left()));
        if (!result.classes().isEmpty()) {
            sentences.add("They came to: " + list(result.classes()) + ".");
            sentences.add("What followed: " + list(result.outcomes()) + " (docs/bounces.md says what these are).");
        }
        return sentences;
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Numbers have names and add up on the page. */
    static String of(Report report) {
        if (report.edition() == null) {
            return report.state().equals("held")
                    ? "Nothing new, and a source is broken: nothing was sent until somebody has looked at it."
                    : "Nothing new: nothing to send.";
        }
        List<String> sum = new ArrayList<>();
        add(sum, report.accepted(), "accepted");
        add(sum, report.planned(), "planned");
        add(sum, report.claimed(), "in work");
        add(sum, report.deferred(), "deferred");
        add(sum, report.rejected(), "rejected");
        add(sum, report.expired(), "expired");
        add(sum, report.uncertain(), "uncertain");
        add(sum, report.suppressed(), "suppressed");
        add(sum, report.cancelled(), "cancelled");
        String text = "Edition %d of %s, %s: %d in the audience = %s."
                .formatted(
                        report.edition(),
                        report.campaign(),
                        report.state(),
                        report.audience(),
                        sum.isEmpty() ? "0" : String.join(" + ", sum));
        if (report.bounced() + report.complained() > 0) {
            text += " Of the accepted, %d came back and %d complained."
                    .formatted(report.bounced(), report.complained());
        }
        return report.balanced() ? text : text + " The sum does not balance: please report this as a bug.";
    }

    private static void add(List<String> sum, long number, String name) {
        if (number > 0) {
            sum.add(number + " " + name);
        }
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
