package org.mailround.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.mailround.batch.Clockwork;
import org.mailround.batch.Rounds;
import org.mailround.staff.Accounts;
import org.mailround.staff.StaffLinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description = {
            "Runs until it is stopped: pages for staff and subscribers, schedules, and sending.",
            "By itself it listens on this machine alone, on port 8080 (--server.port, --server.address).%n"
        })
class ServeCommand implements Callable<Integer> {

    /** What is under way is settled in a few seconds. */
    private static final Duration LONGEST_END = Duration.ofSeconds(6);

    private final Program program;

    @Mixin
    private WhichRelay relay = new WhichRelay();

    ServeCommand(Program program) {
        this.program = program;
    }

    @Override
    public Integer call() throws InterruptedException {
        program.serve();
        CountDownLatch end = new CountDownLatch(1);
        try (Signals signals = Signals.handled(program.console(), ExitCode.FINISHED)) {
            relay.choose(program);
            signals.drainBy(() -> {
                program.get(Rounds.class).drain();
                end.countDown();
            });
            tell();
            program.get(Clockwork.class).start();
            end.await();
            program.get(Clockwork.class).stop();
            program.get(Rounds.class).await(LONGEST_END);
            program.close();
        }
        return ExitCode.FINISHED;
    }

    private void tell() {
        Console console = program.console();
        String url = program.url();
        console.say("Mailround serves " + url + "/ (Ctrl-C stops it).");
        if (program.get(Accounts.class).isEmpty()) {
            String link = url + "/setup/" + program.get(StaffLinks.class).forSetup();
            console.say("There is no account yet. Make the first administrator's in a browser, by this link: " + link);
        }
        if (console.isJson()) {
            console.print(Map.of("url", url));
        }
    }
}
