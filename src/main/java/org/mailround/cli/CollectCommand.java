package org.mailround.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mailround.article.BrokenSource;
import org.mailround.article.CollectionResult;
import org.mailround.article.Collector;
import org.mailround.article.ItemVerdict;
import org.mailround.article.MovedSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "collect",
        description = "Reads every source of articles once, and remembers what is new. Sends nothing.%n")
class CollectCommand implements Callable<Integer> {

    private final Program program;

    @Option(names = "--explain", description = "Say of every item what was decided, and why: one JSON object a line.")
    private boolean explain;

    CollectCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        Collector collector = program.get(Collector.class);
        CollectionResult result = explain ? collector.explain(this::print) : collector.collect();
        tell(result);
        return result.broken().isEmpty() && result.refused() == 0
                ? ExitCode.FINISHED
                : ExitCode.FINISHED_WITH_SOME_LOST;
    }

    private void print(ItemVerdict item) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("source", item.source());
        line.put("title", item.title());
        line.put("link", item.link());
        line.put("published", item.published());
        line.put("verdict", item.verdict().label());
        line.put("reason", item.reason());
        line(line);
    }

    private void tell(CollectionResult result) {
        Console console = program.console();
        for (MovedSource source : result.moved()) {
            console.warn(Sentences.of(source));
        }
        if (explain) {
            result.broken()
                    .forEach(it -> line(Map.of("source", it.source(), "verdict", "broken", "reason", it.reason())));
            result.emptySources().forEach(it -> line(Map.of("source", it, "verdict", "empty")));
            return;
        }
        for (BrokenSource source : result.broken()) {
            console.warn(Sentences.of(source));
        }
        if (console.isJson()) {
            console.print(result);
        } else {
            console.say(Sentences.of(result));
        }
    }

    private void line(Map<String, Object> line) {
        program.console().print(line);
    }
}
