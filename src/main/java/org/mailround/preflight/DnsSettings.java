package org.mailround.preflight;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who is asked about the DNS.
 *
 * @param server {@code host} or {@code host:port} (IPv6 addresses in brackets); null for the machine's own. One that is
 *     named is also asked about a relay on this machine
 */
@ConfigurationProperties("mailround.dns")
record DnsSettings(@Nullable String server) {

    private static final Pattern SERVER =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)\\]|([A-Za-z0-9.-]+))(?::(\\d{1,5}))?");

    DnsSettings {
        server = server == null || server.isBlank() ? null : server.strip();
        if (server != null && !isServer(server)) {
            throw new IllegalArgumentException(
                    "mailround.dns.server is %s: write a host or host:port, such as 192.0.2.53".formatted(server));
        }
    }

    private static boolean isServer(String text) {
        Matcher matcher = SERVER.matcher(text);
        return matcher.matches()
                && (matcher.group(3) == null
                        || (Integer.parseInt(matcher.group(3)) > 0 && Integer.parseInt(matcher.group(3)) <= 65_535));
    }

    /** Empty where the machine's own is asked. */
    String host() {
        Matcher matcher = SERVER.matcher(server == null ? "" : server);
        return !matcher.matches() ? "" : matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    int port() {
        Matcher matcher = SERVER.matcher(server == null ? "" : server);
        return matcher.matches() && matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : 53;
    }
}
