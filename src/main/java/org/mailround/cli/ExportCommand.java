package org.mailround.cli;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.ListExport;
import org.mailround.subscriber.MailingList;
import org.mailround.subscriber.MailingLists;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Writes lists as CSV, with how each person stands: import makes the same lists of it in an empty database.",
            "The files hold people's data; only you may read them.%n"
        })
class ExportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    private final Program program;

    @Option(names = "--list", paramLabel = "NAME", description = "The list (default: every list).")
    private @Nullable String list;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write one list, - for standard output (default: DIR/exports/NAME.csv).")
    private @Nullable String output;

    ExportCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() {
        if (STANDARD_OUTPUT.equals(output) && program.console().isJson()) {
            throw new UsageException("--output - is CSV, and --json prints JSON alone: leave one of them out.");
        }
        MailingLists lists = program.get(MailingLists.class);
        List<MailingList> wanted = list == null ? lists.all() : List.of(lists.named(list));
        if (output != null && wanted.size() != 1) {
            throw new UsageException("--output is for one list: name it by --list.");
        }
        if (wanted.isEmpty()) {
            program.console().warn("There is no list yet.");
        }
        wanted.forEach(this::export);
        return ExitCode.FINISHED;
    }

    private void export(MailingList wanted) {
        program.audited("exported a list", wanted.name());
        ListExport export = program.get(ListExport.class);
        if (STANDARD_OUTPUT.equals(output)) {
            Writer out = new OutputStreamWriter(program.console().raw(), StandardCharsets.UTF_8);
            export.write(wanted, out);
            return;
        }
        Path file = output == null
                ? program.dataDirectory().resolve("exports").resolve(wanted.name() + ".csv")
                : Path.of(output);
        tell(wanted, file, export.write(wanted, file));
    }

    private void tell(MailingList wanted, Path file, long people) {
        if (program.console().isJson()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("list", wanted.name());
            line.put("file", file.toString());
            line.put("people", people);
            program.console().print(line);
        } else {
            program.console()
                    .say("Exported %s: %s, in %s."
                            .formatted(wanted.name(), people == 1 ? "1 person" : people + " people", file));
        }
    }
}
