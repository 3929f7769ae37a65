package org.mailround.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.mailround.web.PrivateHosts.HostPort;

/**
 * Where an address on the web leads to. Sources, links and pictures come from outside: following them must not reach what
 * only this network can reach.
 */
final class Destination {

    /** It leads into a private network. */
    static final class PrivateNetworkException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient InetAddress address;

        PrivateNetworkException(InetAddress address) {
            super(address.getHostAddress());
            this.address = address;
        }

        InetAddress address() {
            return address;
        }
    }

    private final Names names;
    private final PrivateHosts meant;

    /** @param meant what may be reached although it is private */
    Destination(Names names, PrivateHosts meant) {
        this.names = names;
        this.meant = meant;
    }

    /**
     * The addresses to connect to, which are those that were judged.
     *
     * @return at least one
     * @throws UnknownHostException if there is no such host
     * @throws PrivateNetworkException if strangers do not get there; one forbidden address of several is enough
     */
    List<InetAddress> of(HostPort place) throws UnknownHostException, PrivateNetworkException {
        List<InetAddress> addresses = List.of(names.addresses(place.host()));
        if (addresses.isEmpty()) {
            throw new UnknownHostException(place.host());
        }
        for (InetAddress address : addresses) {
            if (PrivateNetworks.contain(address) && !meant.include(place, address)) {
                throw new PrivateNetworkException(address);
            }
        }
        return addresses;
    }
}
