package org.mailround.article;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.web.Address;
import org.mailround.web.PrivateHosts;
import org.mailround.web.PrivateHosts.HostPort;

/** Reads {@code allow-private-hosts}: which private hosts a source may reach. */
final class AllowedHosts {

    /**
     * @param key whose value it is
     * @param url of the source; null where it is not on the web
     * @param values {@code true} for the host and port of the url, {@code false}, or hosts; one without a port is meant at
     *     the url's
     * @throws IllegalArgumentException if they are anything else
     */
    static PrivateHosts of(String key, @Nullable URI url, List<String> values) {
        Set<HostPort> named = new HashSet<>();
        for (String value : values) {
            if (value.equalsIgnoreCase("false")) {
                continue;
            }
            if (url == null) {
                throw new IllegalArgumentException(
                        "%s is for sources that are on the web alone: take it away".formatted(key));
            }
            named.add(value.equalsIgnoreCase("true") ? HostPort.of(url) : named(key, url, value.strip()));
        }
        return PrivateHosts.named(named);
    }

    private static HostPort named(String key, URI url, String value) {
        URI uri = Address.of("http://" + value);
        if (uri == null || uri.getRawUserInfo() != null || !uri.getRawPath().isEmpty() || uri.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "%s is %s: write true for the host of the url, or the hosts that are meant, such as 10.0.0.5:8080"
                            .formatted(key, value));
        }
        return new HostPort(
                HostPort.of(uri).host(),
                uri.getPort() > 0 ? uri.getPort() : HostPort.of(url).port());
    }

    private AllowedHosts() {}
}
