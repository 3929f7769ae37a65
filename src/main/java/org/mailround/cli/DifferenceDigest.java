package org.mailround.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.Difference;
import org.mailround.subscriber.Difference.Change;
import org.mailround.subscriber.Difference.Kind;

/** What an import changes, for people to read: grouped, and of each group no more than fits on a page. */
class DifferenceDigest implements Consumer<Difference> {

    private static final int SHOWN = 20;

    /** An attribute may be a novel. */
    private static final int LONGEST = 60;

    private final Map<Kind, List<Difference>> first = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

    @Override
    public void accept(Difference difference) {
        counts.merge(difference.kind(), 1L, Long::sum);
        List<Difference> shown = first.computeIfAbsent(difference.kind(), kind -> new ArrayList<>());
        if (shown.size() < SHOWN) {
            shown.add(difference);
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        first.forEach((kind, shown) -> {
            long count = counts.getOrDefault(kind, 0L);
            lines.add("%s: %d".formatted(heading(kind), count));
            shown.forEach(difference -> lines.add("  " + line(difference)));
            if (count > shown.size()) {
                lines.add("  and %d more".formatted(count - shown.size()));
            }
        });
        return lines;
    }

    private static String heading(Kind kind) {
        return switch (kind) {
            case NEW -> "New";
            case CHANGED -> "Changed";
            case REJECTED -> "Rejected";
            case NOT_RESURRECTED -> "Not brought back";
            case REMOVED -> "Removed";
            case REMOVAL_HELD -> "No longer in the file, and not removed";
        };
    }

    private static String line(Difference difference) {
        StringBuilder text = new StringBuilder(difference.line() == null ? "" : "line " + difference.line() + ": ");
        text.append(difference.address() == null ? "" : difference.address());
        if (difference.reason() != null && difference.line() != null) {
            text.append(difference.address() == null ? "" : ", ").append(difference.reason());
        }
        if (!difference.fields().isEmpty()) {
            text.append(difference.fields().entrySet().stream()
                    .map(field -> field.getKey() + " " + change(field.getValue()))
                    .collect(Collectors.joining("; ", ", ", "")));
        }
        return text.toString().replaceAll("\\p{Cntrl}+", " ");
    }

    private static String change(Change change) {
        return value(change.before()) + " → " + value(change.after());
    }

    private static String value(@Nullable String text) {
        if (text == null) {
            return "nothing";
        }
        return "“" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "”";
    }
}
