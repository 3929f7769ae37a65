package org.mailround.cli;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Says how far an import is: by the bar on a terminal, and elsewhere by a line now and then. */
class ImportProgress implements LongConsumer {

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

    private final Console console;
    private final String list;
    private long shown;
    private long toldAt = System.nanoTime();

    ImportProgress(Console console, String list) {
        this.console = console;
        this.list = list;
    }

    @Override
    public void accept(long rows) {
        console.advance("import", rows - shown, 0);
        shown = rows;
        if (!console.isTerminal() && System.nanoTime() - toldAt >= INTERVAL) {
            toldAt = System.nanoTime();
            console.say("Importing %s: %d rows so far.".formatted(list, rows));
        }
    }
}
