package org.mailround.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.ObligingRelay;

class OwnNameTests {

    @Test
    void aMachineWithAFullNameTellsIt() throws UnknownHostException {
        assertThat(OwnName.of("Mail.Clinic.Example", address("192.0.2.7"))).isEqualTo("mail.clinic.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DESKTOP-1A2B3C",
                "localhost",
                "localhost.localdomain",
                "annes-macbook.local",
                "pc.lan",
                "192.0.2.7",
                "2001:db8::7",
                "pc_7.clinic.example",
                "-.clinic.example"
            })
    void oneWithoutTellsTheAddressItSpeaksFrom(String machine) throws UnknownHostException {
        assertThat(OwnName.of(machine, address("192.0.2.7"))).isEqualTo("[192.0.2.7]");
    }

    @ParameterizedTest
    @CsvSource({"2001:db8::7, [IPv6:2001:db8:0:0:0:0:0:7]", "fe80::7%1, [IPv6:fe80:0:0:0:0:0:0:7]"})
    void anAddressOfTheNewerSortSaysSo(String address, String literal) throws UnknownHostException {
        assertThat(OwnName.of("desktop", address(address))).isEqualTo(literal);
    }

    @Test
    void theRelayIsGreetedWithAFullNameOrALiteral() {
        try (ObligingRelay relay = new ObligingRelay()) {
            relay(relay, new Properties()).connect().close();

            assertThat(relay.commands("EHLO"))
                    .singleElement()
                    .asString()
                    .matches("EHLO (\\[127\\.0\\.0\\.1]|[a-z0-9-]+(\\.[a-z0-9-]+)+)");
        }
    }

    @Test
    void whoSetsANameIsGreetedByIt() {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", "desk");
        try (ObligingRelay relay = new ObligingRelay()) {
            relay(relay, properties).connect().close();

            assertThat(relay.commands("EHLO")).containsExactly("EHLO desk");
        }
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    private static SmtpRelay relay(ObligingRelay relay, Properties properties) {
        return new SmtpRelay(
                "127.0.0.1", relay.port(), false, null, null, properties, SmtpRelay.FINAL_DOT_TIMEOUT, "relay");
    }
}
