package org.mailround.preflight;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.mailround.web.Failure;
import org.mailround.web.Inquiry;
import org.mailround.web.Inquiry.Bounds;
import org.mailround.web.Names;
import org.mailround.web.PrivateHosts;
import org.mailround.web.Visit;
import org.mailround.web.Visit.Failed;
import org.mailround.web.Web;

/** Opens what a mail links to and shows, until a deadline. For any thread. */
final class Surfer implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Visit UNHEARD = new Failed(Failure.ABANDONED);

    /** Some servers let nobody in who is no browser. */
    private static final Map<String, String> HEADERS =
            Map.of("User-Agent", "Mozilla/5.0 (compatible; Mailround)", "Accept", "*/*");

    private final Web web = new Web(Names.OF_THIS_MACHINE, InParallel.AT_ONCE);
    private final PrivateHosts meant;
    private final Deadline deadline;

    /** @param trial whether mail goes no further than this machine, which may be asked then */
    Surfer(boolean trial, Deadline deadline) {
        this.meant = trial ? PrivateHosts.THIS_MACHINE : PrivateHosts.NONE;
        this.deadline = deadline;
    }

    /** What came of those that were asked in time. */
    Map<WebUse, Visit> visits(Collection<WebUse> uses, Function<WebUse, Visit> visit) {
        Map<WebUse, Visit> visits = InParallel.ask(uses, visit, deadline);
        visits.values().removeIf(UNHEARD::equals);
        return visits;
    }

    /**
     * Asks, and follows where it is led.
     *
     * @param method {@code HEAD} or {@code GET}
     * @param octets how much of the body is wanted
     */
    Visit visit(URI url, String method, int octets) {
        Duration left = deadline.left();
        if (left.isZero()) {
            return UNHEARD;
        }
        Bounds bounds = new Bounds(left.compareTo(LONGEST) < 0 ? left : LONGEST, meant, false);
        Visit visit = web.visit(new Inquiry(url, method, HEADERS, octets, bounds));
        return visit instanceof Failed && deadline.isOver() ? UNHEARD : visit;
    }

    @Override
    public void close() {
        web.close();
    }
}
