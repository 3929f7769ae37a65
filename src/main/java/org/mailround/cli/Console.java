package org.mailround.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command says. With JSON, standard output carries JSON alone and everything for people goes to standard error;
 * the bar is for a terminal.
 */
class Console implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal = System.console() != null;
    private boolean json;
    private @Nullable ProgressBar bar;
    private String barOf = "";

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    void json(boolean asked) {
        this.json = asked;
    }

    boolean isJson() {
        return json;
    }

    boolean isTerminal() {
        return terminal;
    }

    /** For what is neither a sentence nor JSON. */
    PrintStream raw() {
        endBar();
        return out;
    }

    /** A sentence for people. */
    void say(String sentence) {
        endBar();
        (json ? err : out).println(sentence);
    }

    /** A sentence that something is not as it should be. */
    void warn(String sentence) {
        endBar();
        err.println(sentence);
    }

    /** An object for programs: one line. */
    void print(Object value) {
        endBar();
        out.println(JSON.writeValueAsString(value));
    }

    /** Whether a person at the terminal says yes to a question; where nobody sits there, nobody is asked. */
    boolean isConfirmed(String question) {
        java.io.Console asked = System.console();
        if (asked == null) {
            return true;
        }
        String answer = asked.readLine("%s Type yes: ", question);
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    /** A step came on; shown on a terminal alone. */
    synchronized void advance(String step, long by, long total) {
        if (!terminal) {
            return;
        }
        ProgressBar current = bar;
        if (current == null || !barOf.equals(step)) {
            endBar();
            current = start(step, total);
            bar = current;
            barOf = step;
        }
        current.stepBy(by);
    }

    private static ProgressBar start(String step, long total) {
        return new ProgressBarBuilder()
                .setTaskName(Character.toUpperCase(step.charAt(0)) + step.substring(1))
                .setInitialMax(total > 0 ? total : -1)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .build();
    }

    private synchronized void endBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        endBar();
        out.flush();
        err.flush();
    }
}
