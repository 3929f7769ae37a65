package org.mailround.preflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mailround.smtp.Relay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at everything that can be known before mail goes out. */
@Component
public class Inspection {

    private static final Logger log = LoggerFactory.getLogger(Inspection.class);

    /** How long it asks others, in all. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    /** The same where somebody waits to send. */
    private static final Duration LONGEST_BEFORE_SENDING = Duration.ofSeconds(10);

    /** Who stops at the deadline still has to say so. */
    private static final Duration TO_SAY_SO = Duration.ofSeconds(1);

    /** Hears how far it is. */
    public interface Progress {

        /** So many more checks of so many are done. */
        void done(int checks, int of);
    }

    private final List<Check> checks;
    private final Relay relay;

    Inspection(List<Check> checks, Relay relay) {
        this.checks = checks.stream().sorted(Comparator.comparing(Check::area)).toList();
        this.relay = relay;
    }

    /**
     * All there is to find, by area.
     *
     * @param proposals what would go out; none where there is nothing new
     */
    public List<Finding> inspect(List<Proposal> proposals, Progress progress) {
        Findings found = new Findings();
        progress.done(0, checks.size());
        for (Check check : checks) {
            if (!check.asksNetwork()) {
                check.examine(proposals, Deadline.in(LONGEST), found);
                progress.done(1, checks.size());
            }
        }
        ask(proposals, LONGEST, found, () -> progress.done(1, checks.size()));
        return found.list().stream().sorted(Comparator.comparing(Finding::area)).toList();
    }

    /**
     * What others say of a mailing that is about to be sent: the DNS, links, the relay's certificate. It keeps nobody
     * waiting for long, and asks nobody about a relay on this machine.
     *
     * @return what is not as it should be
     */
    public List<Finding> glance(Proposal proposal) {
        if (relay.isLoopback()) {
            return List.of();
        }
        Findings found = new Findings();
        try {
            ask(List.of(proposal), LONGEST_BEFORE_SENDING, found, () -> {});
        } catch (RuntimeException e) {
            // what was only to warn must not keep a due digest from its readers
            log.warn("A check before sending failed; sending goes on", e);
        }
        return found.list().stream().filter(Inspection::isWarning).toList();
    }

    /** What else is wrong with the relay, sending itself will tell. */
    private static boolean isWarning(Finding finding) {
        return finding.severity() != Severity.OK
                && (finding.area() != Area.RELAY || finding.code().equals("relay.certificate"));
    }

    private void ask(List<Proposal> proposals, Duration longest, Findings found, Runnable done) {
        Deadline deadline = Deadline.in(longest);
        List<Check> asking =
                new ArrayList<>(checks.stream().filter(Check::asksNetwork).toList());
        Map<Check, Boolean> ended = InParallel.ask(
                asking,
                check -> {
                    check.examine(proposals, deadline, found);
                    done.run();
                    return true;
                },
                Deadline.in(longest.plus(TO_SAY_SO)));
        asking.removeAll(ended.keySet());
        for (Check late : asking) {
            Late.tell(late.area(), longest, found);
        }
    }
}
