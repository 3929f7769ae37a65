package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailround.smtp.RelayExamination;
import org.mailround.smtp.RelayTrouble;
import org.mailround.smtp.RelayTrouble.Kind;

class RelayJudgeTests {

    private final Findings found = new Findings();

    @Test
    void clearTextIsForThisMachineAlone() {
        judge(StubRelay.HERE, new RelayExamination(null, List.of("SIZE 1000"), null, null, false));
        judge(StubRelay.ELSEWHERE, new RelayExamination(null, List.of("DSN", "SMTPUTF8"), null, null, true));

        assertThat(found.list())
                .filteredOn(finding -> finding.code().equals("relay.tls"))
                .extracting(Finding::severity)
                .containsExactly(Severity.OK, Severity.WARNING);
    }

    @Test
    void whatTheRelayOffersIsTold() {
        judge(StubRelay.HERE, new RelayExamination(null, List.of("SIZE 1000", "DSN"), "TLSv1.3", null, true));

        assertThat(found.list())
                .extracting(Finding::code)
                .containsExactly("relay.reachable", "relay.login", "relay.tls", "relay.extensions", "relay.smtputf8");
        assertThat(found.list()).extracting(Finding::sentence).contains("The relay offers DSN, SIZE 1000.");
    }

    @Test
    void eachTroubleHasItsCode() {
        for (Kind kind : Kind.values()) {
            judge(
                    StubRelay.HERE,
                    new RelayExamination(new RelayTrouble(kind, null, kind + "."), List.of(), null, null, false));
        }

        assertThat(found.list())
                .filteredOn(finding -> finding.severity() != Severity.OK)
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        "relay.reachable", "relay.tls", "relay.login", "relay.refused", "relay.limit");
    }

    private void judge(StubRelay relay, RelayExamination examination) {
        new RelayJudge(relay, Instant.EPOCH, found).judge(examination);
    }
}
