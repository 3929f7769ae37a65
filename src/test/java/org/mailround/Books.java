package org.mailround;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The two sides of an edition at a moment when nobody sends.
 *
 * @param report what {@code report --json} says
 * @param states what {@code report --recipients --json} says of each address
 * @param kept how many messages for each address the relay kept
 */
record Books(JsonNode report, Map<String, String> states, Map<String, Long> kept) {

    private static final List<String> STATES = List.of(
            "planned",
            "claimed",
            "accepted",
            "deferred",
            "rejected",
            "expired",
            "uncertain",
            "suppressed",
            "cancelled");

    /** Before anything was done. */
    static final Books EMPTY = new Books(MissingNode.getInstance(), Map.of(), Map.of());

    static Books of(PackagedProgram program, TestRelay relay) throws Exception {
        JsonNode report = program.lines("report", "--json").get(0);
        Map<String, String> states = report.get("edition").isNull()
                ? Map.of()
                : program.lines("report", "--recipients", "--json").stream()
                        .collect(toMap(
                                line -> line.get("address").asString(),
                                line -> line.get("state").asString()));
        return new Books(
                report, states, relay.kept().stream().collect(groupingBy(TestRelay.Kept::recipient, counting())));
    }

    boolean hasEdition() {
        return !report.get("edition").isNull();
    }

    String state() {
        return report.get("state").asString();
    }

    Set<String> in(String state) {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue().equals(state))
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    Set<String> everybody() {
        return states.keySet();
    }

    Set<String> keptTwice() {
        return kept.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** Every sum is that of its lines, together they are the audience, and whom the relay knows stands in the ledger. */
    void assertBalanced() {
        assertThat(report.get("balanced").asBoolean()).as("balanced").isTrue();
        Map<String, Long> sums = new HashMap<>();
        for (String state : STATES) {
            long sum = report.get(state).asLong();
            assertThat(in(state).size()).as("lines in state " + state).isEqualTo((int) sum);
            sums.put(state, sum);
        }
        assertThat(sums.values().stream().mapToLong(Long::longValue).sum())
                .as("sum of " + sums)
                .isEqualTo(report.get("audience").asLong())
                .isEqualTo(states.size());
        assertThat(but(kept.keySet(), everybody()))
                .as("kept, and not in the ledger")
                .isEmpty();
    }

    /** Nothing is said of the relay that it would not say itself. */
    void assertAcceptedWereKept() {
        assertThat(but(in("accepted"), kept.keySet()))
                .as("accepted, and not kept")
                .isEmpty();
    }

    /** Failure messages then name those alone who should not be there. */
    static Set<String> but(Set<String> all, Set<String> without) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    @Override
    public String toString() {
        return "%s: %d messages kept for %d addresses, %d of them twice"
                .formatted(
                        report,
                        kept.values().stream().mapToLong(Long::longValue).sum(),
                        kept.size(),
                        keptTwice().size());
    }
}
