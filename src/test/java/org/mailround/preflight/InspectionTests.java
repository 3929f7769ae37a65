package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class InspectionTests {

    private record Stub(Area area, boolean asksNetwork, Consumer<Findings> tells) implements Check {

        @Override
        public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
            tells.accept(found);
        }
    }

    private static final Check LINK =
            new Stub(Area.LINKS, true, found -> found.error("link.dead", "x", "A link is dead."));
    private static final Check FINE = new Stub(Area.DNS, true, found -> found.ok("dns.spf", "x", "Fine."));
    private static final Check LOGIN =
            new Stub(Area.RELAY, true, found -> found.error("relay.login", "x", "The login is refused."));
    private static final Check LOCAL =
            new Stub(Area.CLINIC, false, found -> found.error("clinic.contrast", "x", "It cannot be read."));
    private static final Check BROKEN = new Stub(Area.IMAGES, true, found -> {
        throw new IllegalStateException("a bug");
    });

    @Test
    void everythingIsToldByArea() {
        assertThat(new Inspection(List.of(FINE, LOGIN, LINK, LOCAL), StubRelay.HERE)
                        .inspect(List.of(), (done, of) -> {}))
                .extracting(Finding::code)
                .containsExactly("clinic.contrast", "link.dead", "relay.login", "dns.spf");
    }

    @Test
    void beforeSendingOnlyWhatOthersSayIsAWarningAndABugStopsNothing() {
        assertThat(new Inspection(List.of(FINE, LOGIN, LINK, LOCAL, BROKEN), StubRelay.ELSEWHERE)
                        .glance(Proposed.html("")))
                .extracting(Finding::code)
                .containsExactly("link.dead");
    }

    @Test
    void nobodyIsAskedBeforeSendingToThisMachine() {
        assertThat(new Inspection(List.of(LINK), StubRelay.HERE).glance(Proposed.html("")))
                .isEmpty();
    }
}
