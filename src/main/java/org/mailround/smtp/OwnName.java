package org.mailround.smtp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How we call ourselves at EHLO: by a full domain name, or else by an address literal (RFC 5321 section 4.1.1.1). */
final class OwnName {

    private static final Pattern FULL =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Ends of names that machines and routers give themselves, and that nobody else can look up. */
    private static final Set<String> AT_HOME =
            Set.of("localdomain", "localhost", "local", "lan", "home", "internal", "intranet", "corp", "arpa");

    private OwnName() {}

    /** @param speaksFrom the address at our end of the connection */
    static String of(InetAddress speaksFrom) {
        return of(machineName(), speaksFrom);
    }

    static String of(@Nullable String machine, InetAddress speaksFrom) {
        String name = machine == null ? "" : machine.toLowerCase(Locale.ROOT);
        return FULL.matcher(name).matches() && !AT_HOME.contains(name.substring(name.lastIndexOf('.') + 1))
                ? name
                : literal(speaksFrom);
    }

    private static @Nullable String machineName() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return "[" + (address instanceof Inet6Address ? "IPv6:" : "") + (zone < 0 ? text : text.substring(0, zone))
                + "]";
    }
}
