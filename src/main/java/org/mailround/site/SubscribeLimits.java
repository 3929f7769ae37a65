package org.mailround.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts who subscribes, for an hour from their first time on; in the memory of this process, and never much of it. */
@Component
class SubscribeLimits {

    private static final Logger log = LoggerFactory.getLogger(SubscribeLimits.class);

    private static final Duration WINDOW = Duration.ofHours(1);

    /** Whoever has more addresses than this meets the limit in all. */
    private static final int CLIENTS = 10_000;

    private static final Pattern ADDRESS =
            Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}|(?=.{2,45}$)[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final int IPV6 = 16;

    private final SubscribeSettings settings;
    private final Clock clock;
    private final Map<String, Count> clients = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > CLIENTS;
        }
    };
    private Count all = Count.NONE;
    private Instant told = Instant.MIN;

    SubscribeLimits(SubscribeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Counts one more; false where that is too many.
     *
     * @param client an IP address, as the server gives it
     */
    synchronized boolean allows(String client) {
        Instant now = clock.instant();
        String network = network(client);
        Count its = clients.getOrDefault(network, Count.NONE).at(now);
        all = all.at(now);
        if (its.number() >= settings.perClient() || all.number() >= settings.total()) {
            tell(now);
            return false;
        }
        clients.put(network, its.andOne());
        all = all.andOne();
        return true;
    }

    /** Once an hour: whoever floods the form is not to fill the log as well. */
    private void tell(Instant now) {
        if (!now.isBefore(told.plus(WINDOW))) {
            told = now;
            log.info(
                    "Some who subscribe are asked to come later: {} did within the hour, from everywhere",
                    all.number());
        }
    }

    /** Each household has a /64 of IPv6 for itself. What is no address, however a proxy came by it, counts as one. */
    private static String network(String client) {
        // nothing that a name server would be asked about
        if (!ADDRESS.matcher(client).matches()) {
            return "unknown";
        }
        try {
            byte[] octets = InetAddress.getByName(client).getAddress();
            return HexFormat.of().formatHex(octets.length == IPV6 ? Arrays.copyOf(octets, IPV6 / 2) : octets);
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /** @param since when the first of them came */
    private record Count(Instant since, int number) {

        static final Count NONE = new Count(Instant.MIN, 0);

        Count at(Instant now) {
            return number == 0 || !now.isBefore(since.plus(WINDOW)) ? new Count(now, 0) : this;
        }

        Count andOne() {
            return new Count(since, number + 1);
        }
    }
}
