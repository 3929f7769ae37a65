package org.mailround.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mailround.rfc.EmailAddress;

/**
 * Counts who is deferred by domain. One that few people use may be a person's own, and there is no end of them: a domain is
 * named once several people of it were deferred, and not too many are.
 */
class DeferredDomains {

    static final int PEOPLE = 5;
    static final int NAMED = 20;

    /** How many domains with fewer people are remembered. */
    private static final int REMEMBERED = 1000;

    private static final String OTHERS = "other";

    private final MeterRegistry registry;
    private final Counter others;
    private final Map<String, Counter> named = new HashMap<>();
    private final Map<String, Set<EmailAddress>> small = new LinkedHashMap<>();

    DeferredDomains(MeterRegistry registry) {
        this.registry = registry;
        this.others = counter(OTHERS);
    }

    synchronized void deferred(EmailAddress address) {
        named.getOrDefault(address.domain(), others).increment();
        if (named.size() < NAMED && !named.containsKey(address.domain())) {
            remember(address);
        }
    }

    private void remember(EmailAddress address) {
        Set<EmailAddress> people = small.computeIfAbsent(address.domain(), domain -> new HashSet<>());
        people.add(address);
        if (people.size() >= PEOPLE) {
            small.remove(address.domain());
            named.put(address.domain(), counter(address.domain()));
        }
        if (named.size() == NAMED) {
            small.clear();
        } else if (small.size() > REMEMBERED) {
            small.remove(small.keySet().iterator().next());
        }
    }

    private Counter counter(String domain) {
        return Counter.builder("mailround.deferrals")
                .description("Attempts that were deferred, by the domain of the recipient")
                .tag("domain", domain)
                .register(registry);
    }
}
