package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.preflight.Destination.PrivateNetworkException;

class DestinationTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void noAddressOfAPrivateNetworkIsConnectedTo(String address) {
        assertThatThrownBy(() -> destination(false, address).of("site.example"))
                .isInstanceOf(PrivateNetworkException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
    void publicAddressesAre(String address) throws Exception {
        assertThat(destination(false, address).of("site.example")).isEqualTo(InetAddress.getByName(address));
    }

    @Test
    void oneForbiddenAddressOfSeveralIsEnough() {
        assertThatThrownBy(() -> destination(false, "93.184.215.14", "10.0.0.1").of("site.example"))
                .isInstanceOf(PrivateNetworkException.class);
    }

    @Test
    void aTrialReachesThisMachineAndNoOtherOfItsNetwork() throws Exception {
        assertThat(destination(true, "127.0.0.1").of("localhost").isLoopbackAddress())
                .isTrue();
        assertThatThrownBy(() -> destination(true, "10.0.0.1").of("site.example"))
                .isInstanceOf(PrivateNetworkException.class);
    }

    private static Destination destination(boolean trial, String... addresses) {
        return new Destination(
                host -> {
                    InetAddress[] all = new InetAddress[addresses.length];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = InetAddress.getByName(addresses[i]);
                    }
                    return all;
                },
                trial);
    }
}
