package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.TestNameServer;

/** DMARC, and whether what was found amounts to mail that passes it. */
class DmarcTests {

    private final TestNameServer server = new TestNameServer();
    private final Dns dns = new DnsServer(new DnsSettings(server.address())).open(Deadline.in(Duration.ofMinutes(1)));
    private final Findings found = new Findings();
    private final DmarcJudge judge = new DmarcJudge(dns, found);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theRecordOfTheDomainAboveHoldsToo() {
        server.txt("_dmarc.clinic.example", "v=DMARC1; p=quarantine; aspf=s");

        assertThat(judge.judge("news.clinic.example")).contains(new DmarcRecord("quarantine", false, true));
        assertThat(codes()).containsExactly("dns.dmarc ok");
    }

    @Test
    void theDomainAboveMayAskSomethingElseOfThoseBelow() {
        server.txt("_dmarc.clinic.example", "v=DMARC1; p=reject; sp=none");

        assertThat(judge.judge("news.clinic.example")).contains(new DmarcRecord("none", false, false));
        assertThat(judge.judge("clinic.example")).contains(new DmarcRecord("reject", false, false));
    }

    @ParameterizedTest
    @CsvSource({"'v=DMARC1; p=maybe'", "'v=DMARC1'", "'v=DMARC1; what'"})
    void aBrokenRecordIsAnError(String record) {
        server.txt("_dmarc.clinic.example", record);

        assertThat(judge.judge("clinic.example")).isEmpty();
        assertThat(codes()).containsExactly("dns.dmarc error");
    }

    @Test
    void twoRecordsAreNone() {
        server.txt("_dmarc.clinic.example", "v=DMARC1; p=none").txt("_dmarc.clinic.example", "v=DMARC1; p=reject");

        assertThat(judge.judge("clinic.example")).isEmpty();
        assertThat(codes()).containsExactly("dns.dmarc error");
    }

    @ParameterizedTest
    @CsvSource({
        "clinic.example, r, true",
        "bounce.clinic.example, r, true",
        "bounce.clinic.example, s, false",
        "provider.example, r, false",
    })
    void theEnvelopeIsAlignedWithinTheOrganisation(String envelope, String mode, boolean aligned) {
        Optional<DmarcRecord> policy = DmarcRecord.parse("v=DMARC1; p=none; aspf=" + mode);

        new Alignment("clinic.example", envelope, false, judge).judge(true, false, policy, found);

        assertThat(codes()).containsExactly("dns.alignment " + (aligned ? "ok" : "error"));
    }

    @Test
    void siblingsAreKinWhereTheDomainAboveHasARecord() {
        assertThat(judge.areKin("news.clinic.example", "bounce.clinic.example")).isFalse();

        server.txt("_dmarc.other.example", "v=DMARC1; p=none");

        assertThat(judge.areKin("news.other.example", "bounce.other.example")).isTrue();
    }

    @Test
    void aSignatureThatVerifiesIsEnough() {
        new Alignment("clinic.example", "provider.example", true, judge).judge(false, true, Optional.empty(), found);

        assertThat(codes()).containsExactly("dns.alignment ok");
    }

    @Test
    void aDomainThatNobodyMaySendForIsNotAligned() {
        server.txt("clinic.example", "v=spf1 -all");

        boolean passes = new SpfJudge(dns, StubRelay.HERE, found).judge("clinic.example");
        new Alignment("clinic.example", "clinic.example", false, judge).judge(passes, false, Optional.empty(), found);

        assertThat(codes()).containsExactly("dns.spf error", "dns.alignment error");
    }

    private List<String> codes() {
        return found.list().stream()
                .map(finding -> finding.code() + " " + finding.severity().label())
                .toList();
    }
}
