package org.mailround.batch;

import java.util.ArrayList;
import java.util.List;
import org.mailround.article.BrokenSource;
import org.mailround.article.CollectionResult;
import org.mailround.article.MovedSource;
import org.mailround.article.SourcesCollected;
import org.mailround.preflight.Finding;
import org.mailround.subscriber.ImportResult;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Hears what lists and sources are like while they are read. */
final class Gathered implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final List<Finding> findings = new ArrayList<>();

    @Override
    public synchronized void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof ListUnreadable unreadable) {
            hear(unreadable);
        } else if (event.getPayload() instanceof ListImported imported) {
            hear(imported.result());
        } else if (event.getPayload() instanceof SourcesCollected collected) {
            hear(collected.result());
        }
    }

    synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    synchronized void hear(ListUnreadable list) {
        findings.add(Finding.error("list.unreadable", null, list.sentence()));
    }

    private void hear(ImportResult list) {
        if (list.rejected() > 0) {
            findings.add(Finding.warning(
                    "list.rejected",
                    list.list(),
                    "The list %s has %d of %d rows that cannot be used%s: correct them and import again."
                            .formatted(
                                    list.list(),
                                    list.rejected(),
                                    list.rows(),
                                    list.rejectFile() == null ? "" : " (see " + list.rejectFile() + ")")));
        } else {
            findings.add(Finding.ok(
                    "list.read",
                    list.list(),
                    "The list %s can be read; its rows: %d.".formatted(list.list(), list.rows())));
        }
    }

    private void hear(CollectionResult sources) {
        for (BrokenSource source : sources.broken()) {
            findings.add(Finding.error(
                    "source.broken",
                    source.source(),
                    "Source “%s” is broken: %s.".formatted(source.source(), source.reason())));
        }
        for (MovedSource moved : sources.moved()) {
            findings.add(Finding.warning(
                    "source.moved",
                    moved.source(),
                    "Source “%s” has moved for good: change its url to %s.".formatted(moved.source(), moved.to())));
        }
        for (String empty : sources.emptySources()) {
            findings.add(Finding.warning(
                    "source.empty",
                    empty,
                    "Source “%s” has nothing in it: look whether its address is right.".formatted(empty)));
        }
        if (sources.refused() > 0) {
            findings.add(Finding.warning(
                    "source.refused",
                    null,
                    "%d items of the sources make no article: ./mailround collect --explain says why."
                            .formatted(sources.refused())));
        }
    }
}
