package org.mailround.web;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that lead to this machine, to its own network, or nowhere: the special-purpose registries of IANA (RFC 6890),
 * and what is not handed out at all.
 */
final class PrivateNetworks {

    /**
     * All that IPv6 hands out for the whole world (RFC 4291 section 2.4). Outside of it are also the ways to write an IPv4
     * address as an IPv6 one: mapped, compatible, translated, and NAT64.
     */
    private static final Network GLOBAL_IPV6 = Network.of("2000::", "/3");

    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(range -> range.split("(?=/)"))
            .map(range -> Network.of(range[0], range[1]))
            .toList();

    private PrivateNetworks() {}

    static boolean contain(InetAddress address) {
        byte[] octets = address.getAddress();
        boolean six = octets.length == 16;
        return six && !GLOBAL_IPV6.contains(octets) || SPECIAL.stream().anyMatch(network -> network.contains(octets));
    }
}
