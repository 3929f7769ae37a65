package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailround.SettableClock;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayConnection;
import org.mailround.smtp.RelayTrouble;
import org.mailround.smtp.RelayTrouble.Kind;

/** Whether the relay takes mail is told when it changes, and only then. */
class RelayWatchTests {

    private static final RelayTrouble TROUBLE = new RelayTrouble(Kind.UNREACHABLE, null, "It is away.");
    private static final RelayPaused PAUSED = new RelayPaused("relay.example:25", "It is away.");
    private static final RelayAnswered ANSWERED = new RelayAnswered("relay.example:25");

    private final List<Object> told = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private final RelayWatch watch = new RelayWatch(new Elsewhere(), told::add, clock);

    @Test
    void aHiccupIsNotWorthAWord() {
        watch.begins();
        watch.waits(TROUBLE);
        clock.advance(Duration.ofMinutes(2));
        watch.waits(TROUBLE);
        watch.tell();

        assertThat(told).isEmpty();
    }

    @Test
    void troubleThatLastsIsToldOnceWhileItIsWaitedFor() {
        watch.begins();
        for (int minute = 0; minute < 10; minute++) {
            watch.waits(TROUBLE);
            watch.tell();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(told).containsExactly(PAUSED);

        watch.answered();
        watch.answered();
        watch.tell();
        watch.tell();
        assertThat(told).containsExactly(PAUSED, ANSWERED);
    }

    @Test
    void aRelayThatIsGivenUpStaysSoUntilAnotherRoundBegins() {
        watch.begins();
        watch.givenUp(TROUBLE);
        watch.answered();
        watch.tell();
        assertThat(told).containsExactly(PAUSED);

        watch.begins();
        watch.answered();
        watch.tell();
        assertThat(told).containsExactly(PAUSED, ANSWERED);
    }

    @Test
    void eachRoundTellsAnewThatTheRelayAnswersAsAnotherProcessMayHaveToldOtherwise() {
        for (int round = 0; round < 2; round++) {
            watch.begins();
            watch.answered();
            watch.answered();
            watch.tell();
        }

        assertThat(told).containsExactly(ANSWERED, ANSWERED);
    }

    @Test
    void whatNobodyCouldBeToldIsToldAgain() {
        List<Object> heard = new ArrayList<>();
        boolean[] deaf = {true};
        RelayWatch unheard = new RelayWatch(
                new Elsewhere(),
                event -> {
                    if (deaf[0]) {
                        throw new IllegalStateException("no database");
                    }
                    heard.add(event);
                },
                clock);
        unheard.givenUp(TROUBLE);

        assertThatThrownBy(unheard::tell).hasMessage("no database");
        deaf[0] = false;
        unheard.tell();

        assertThat(heard).containsExactly(PAUSED);
    }

    private record Elsewhere() implements Relay {

        @Override
        public String name() {
            return "relay.example:25";
        }

        @Override
        public boolean isSandbox() {
            return false;
        }

        @Override
        public boolean isLoopback() {
            return false;
        }

        @Override
        public RelayConnection connection() {
            throw new IllegalStateException("nobody connects");
        }
    }
}
