package org.mailround.preflight;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an address on the web leads to. Links and pictures of articles come from outside: following them must not reach
 * what only this network can reach.
 */
final class Destination {

    /** Finds the addresses of a host. */
    interface Names {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** IANA's special-purpose registries; what Java has a method for is asked of it. */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "198.18.0.0/15",
                    "240.0.0.0/4",
                    "fc00::/7",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/32",
                    "2002::/16")
            .map(range -> range.split("(?=/)"))
            .map(range -> Network.of(range[0], range[1]))
            .toList();

    private final Names names;
    private final boolean loopbackAllowed;

    /** @param loopbackAllowed whether this machine may be asked: for trying, where nothing leaves it anyway */
    Destination(Names names, boolean loopbackAllowed) {
        this.names = names;
        this.loopbackAllowed = loopbackAllowed;
    }

    /**
     * The address to connect to, which is the one that was judged.
     *
     * @throws UnknownHostException if there is no such host
     * @throws PrivateNetworkException if subscribers do not get there; one forbidden address of several is enough
     */
    InetAddress of(String host) throws UnknownHostException, PrivateNetworkException {
        InetAddress[] addresses = names.addresses(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        for (InetAddress address : addresses) {
            if (!(loopbackAllowed && address.isLoopbackAddress()) && isPrivate(address)) {
                throw new PrivateNetworkException();
            }
        }
        return addresses[0];
    }

    static boolean isPrivate(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || SPECIAL.stream().anyMatch(network -> network.contains(address.getAddress()));
    }

    /** A subscriber does not get there. */
    static class PrivateNetworkException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
