package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.TestNameServer;

/** SPF records as receivers read them (RFC 7208). */
class SpfWalkTests {

    private static final String DOMAIN = "clinic.example";

    private final TestNameServer server = new TestNameServer();
    private final Dns dns = new DnsServer(new DnsSettings(server.address())).open(Deadline.in(Duration.ofMinutes(1)));

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=spf1 -all",
                "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 ~all",
                "v=spf1 a mx a:mail.clinic.example/24 mx:clinic.example//64 -all",
                "v=spf1 exists:%{i}.list.example ?all",
                "V=SPF1 A:mail.clinic.example exp=why.clinic.example -ALL",
                "v=spf1",
            })
    void aRecordThatIsInOrderHasNoProblem(String record) {
        server.a("mail.clinic.example", "192.0.2.7").a(DOMAIN, "192.0.2.8").mx(DOMAIN, "mail.clinic.example");

        assertThat(walk(record).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ipv4:192.0.2.1",
                "ip4:192.0.2",
                "ip4:192.0.2.1/33",
                "ip4",
                "include",
                "al",
                "all:x",
                "ip6:192.0.2.1",
                "1"
            })
    void aTermThatMeansNothingFailsForEverybody(String term) {
        assertThat(walk("v=spf1 " + term + " -all").problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("“" + term + "”");
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.9,true", "198.51.100.1,true", "203.0.113.5,true", "203.0.113.6,false", "192.0.3.9,false"})
    void whoMaySendIsReadThroughIncludesAndRedirects(String address, boolean allowed) throws Exception {
        server.txt("one.example", "v=spf1 ip4:192.0.2.0/24 -all")
                .txt("two.example", "v=spf1 a:mail.two.example ip4:198.51.100.0/30 -all")
                .a("mail.two.example", "203.0.113.5");

        SpfWalk walk = walk("v=spf1 include:one.example redirect=two.example");

        assertThat(walk.problems()).isEmpty();
        assertThat(walk.all()).isEqualTo('-');
        assertThat(walk.lookups()).isEqualTo(3);
        assertThat(walk.allows(InetAddress.getByName(address).getAddress())).contains(allowed);
    }

    @Test
    void tenLookUpsAreTheMost() {
        StringBuilder eleven = new StringBuilder("v=spf1");
        for (int i = 1; i <= 11; i++) {
            server.txt("s%d.example".formatted(i), "v=spf1 ip4:192.0.2.%d -all".formatted(i));
            eleven.append(" include:s%d.example".formatted(i));
        }

        assertThat(walk(eleven + " -all").problems())
                .hasSize(1)
                .first()
                .asString()
                .contains("more than 10 look-ups");
        assertThat(walk(eleven.toString().replace(" include:s11.example", "") + " -all")
                        .problems())
                .isEmpty();
    }

    @Test
    void aRecordThatIncludesItselfComesToAnEnd() {
        server.txt("loop.example", "v=spf1 include:loop.example -all");

        assertThat(walk("v=spf1 include:loop.example -all").problems()).anyMatch(it -> it.contains("look-ups"));
    }

    @Test
    void anIncludeWithoutARecordFailsForEverybody() {
        assertThat(walk("v=spf1 include:nothing.example -all").problems())
                .containsExactly("clinic.example includes nothing.example, which has no SPF record");
    }

    @Test
    void namesThatAreNotThereAreCounted() {
        assertThat(walk("v=spf1 a:x.example a:y.example a:z.example -all").problems())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 -all, true",
        "v=spf1, true",
        "v=spf1 ?ip4:192.0.2.1 -ip4:192.0.2.2 ~all, true",
        "v=spf1 include:nobody.example -all, true",
        "v=spf1 ip4:192.0.2.1 -all, false",
        "v=spf1 exists:%{i}.list.example -all, false",
        "v=spf1 +all, false"
    })
    void aRecordMayLetNobodyPass(String record, boolean nobody) {
        server.txt("nobody.example", "v=spf1 -all");

        assertThat(walk(record).allowsNobody()).isEqualTo(nobody);
    }

    private SpfWalk walk(String record) {
        SpfWalk walk = new SpfWalk(dns);
        walk.begin(DOMAIN, record);
        return walk;
    }
}
