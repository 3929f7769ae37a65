package org.mailround.preflight;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.lookup.LookupSession;

/** Who answers questions about the DNS. */
@Component
class DnsServer {

    /** For one answer of one server. */
    private static final Duration ONCE = Duration.ofSeconds(4);

    /** For one question, however often it is repeated. */
    private static final Duration ALTOGETHER = Duration.ofSeconds(9);

    private final DnsSettings settings;

    DnsServer(DnsSettings settings) {
        this.settings = settings;
    }

    /** Whether the clinic wants one of its own choice asked, whatever there is to ask about. */
    boolean isNamed() {
        return settings.server() != null;
    }

    /** @throws SilentDnsException if the named one is not to be found */
    Dns open(Deadline deadline) {
        ExtendedResolver resolver = isNamed() ? named() : ofTheMachine();
        resolver.setTimeout(ALTOGETHER);
        resolver.setRetries(2);
        return new Dns(LookupSession.builder().resolver(resolver).build(), told(), deadline);
    }

    private ExtendedResolver named() {
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        if (address.isUnresolved()) {
            throw new SilentDnsException(
                    "There is no host %s to ask about the DNS: write an address in numbers into mailround.dns.server."
                            .formatted(settings.host()),
                    true,
                    new UnknownHostException());
        }
        // UDP first, and TCP where an answer is cut off: SimpleResolver does so by itself
        SimpleResolver one = new SimpleResolver(address);
        one.setTimeout(ONCE);
        return new ExtendedResolver(new Resolver[] {one});
    }

    private static ExtendedResolver ofTheMachine() {
        return new ExtendedResolver();
    }

    private String told() {
        return isNamed()
                ? (settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host()) + ":"
                        + settings.port()
                : ResolverConfig.getCurrentConfig().servers().stream()
                        .findFirst()
                        .map(server -> server.getAddress().getHostAddress() + ":" + server.getPort())
                        .orElse("of this machine");
    }
}
