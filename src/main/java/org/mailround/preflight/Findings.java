package org.mailround.preflight;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was found until now, each once; for any thread. */
final class Findings {

    private final Set<Finding> all = new LinkedHashSet<>();

    synchronized void add(Finding finding) {
        all.add(finding);
    }

    void error(String code, @Nullable String subject, String sentence) {
        add(Finding.error(code, subject, sentence));
    }

    void warning(String code, @Nullable String subject, String sentence) {
        add(Finding.warning(code, subject, sentence));
    }

    void ok(String code, @Nullable String subject, String sentence) {
        add(Finding.ok(code, subject, sentence));
    }

    synchronized List<Finding> list() {
        return new ArrayList<>(all);
    }

    /** The sentences of those that are errors. */
    List<String> objections() {
        return list().stream().filter(Finding::isError).map(Finding::sentence).toList();
    }
}
