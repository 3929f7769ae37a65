package org.mailround.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.web.Destination.PrivateNetworkException;
import org.mailround.web.PrivateHosts.HostPort;

class DestinationTests {

    private static final HostPort SITE = new HostPort("site.example", 80);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void noAddressOfAPrivateNetworkIsConnectedTo(String address) throws Exception {
        Destination destination = destination(PrivateHosts.NONE, address);

        assertThatExceptionOfType(PrivateNetworkException.class)
                .isThrownBy(() -> destination.of(SITE))
                .satisfies(e -> assertThat(e.address()).isEqualTo(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.215.14",
                "11.0.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "100.128.0.1",
                "192.167.1.1",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2001:200::1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void publicAddressesAre(String address) throws Exception {
        assertThat(destination(PrivateHosts.NONE, address).of(SITE)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void whatIsMeantIsReachedAtItsPortAlone() throws Exception {
        Destination meant = destination(PrivateHosts.named(Set.of(new HostPort("intranet.example", 8080))), "10.0.0.1");

        assertThat(meant.of(new HostPort("intranet.example", 8080))).hasSize(1);
        for (HostPort other : List.of(new HostPort("intranet.example", 80), new HostPort("other.example", 8080))) {
            assertThatExceptionOfType(PrivateNetworkException.class).isThrownBy(() -> meant.of(other));
        }
    }

    private static Destination destination(PrivateHosts meant, String address) {
        return new Destination(host -> new InetAddress[] {InetAddress.getByName(address)}, meant);
    }
}
