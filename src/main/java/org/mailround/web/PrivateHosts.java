package org.mailround.web;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * The hosts of private networks that somebody means to reach.
 *
 * @param named by host and port, whatever addresses they have
 * @param thisMachine every port of this machine, by whatever name: for trying, where nothing leaves it anyway
 */
public record PrivateHosts(Set<HostPort> named, boolean thisMachine) {

    public static final PrivateHosts NONE = new PrivateHosts(Set.of(), false);
    public static final PrivateHosts THIS_MACHINE = new PrivateHosts(Set.of(), true);

    /**
     * Where a server listens.
     *
     * @param host in lower case, without brackets; one server under two names is two of them
     */
    public record HostPort(String host, int port) {

        /** @param url http or https, with a host */
        public static HostPort of(URI url) {
            String host = url.getHost().toLowerCase(Locale.ROOT);
            boolean brackets = host.startsWith("[");
            int usual = url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
            return new HostPort(
                    brackets ? host.substring(1, host.length() - 1) : host, url.getPort() > 0 ? url.getPort() : usual);
        }

        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    public PrivateHosts {
        named = Set.copyOf(named);
    }

    public static PrivateHosts named(Set<HostPort> hosts) {
        return new PrivateHosts(hosts, false);
    }

    boolean include(HostPort place, InetAddress address) {
        return named.contains(place) || thisMachine && address.isLoopbackAddress();
    }
}
