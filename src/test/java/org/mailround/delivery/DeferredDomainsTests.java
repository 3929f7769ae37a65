package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailround.rfc.EmailAddress;

class DeferredDomainsTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeferredDomains domains = new DeferredDomains(registry);

    @Test
    void aDomainOfFewPeopleIsNotNamedHoweverOftenTheyAreDeferred() {
        for (int time = 0; time < 50; time++) {
            deferred(DeferredDomains.PEOPLE - 1, "family.example");
        }

        assertThat(named()).containsExactly("other");
        assertThat(count("other")).isEqualTo(50 * (DeferredDomains.PEOPLE - 1));
    }

    @Test
    void aDomainOfSeveralIsNamedFromThenOn() {
        deferred(DeferredDomains.PEOPLE + 2, "mail.example");

        assertThat(count("mail.example")).isEqualTo(2);
        assertThat(count("other")).isEqualTo(DeferredDomains.PEOPLE);
    }

    @Test
    void thereIsAnEndOfNames() {
        for (int domain = 0; domain < 3 * DeferredDomains.NAMED; domain++) {
            deferred(2 * DeferredDomains.PEOPLE, "mail%d.example".formatted(domain));
        }

        assertThat(named()).hasSize(DeferredDomains.NAMED + 1);
        assertThat(registry.get("mailround.deferrals").counters().stream()
                        .mapToDouble(it -> it.count())
                        .sum())
                .isEqualTo(3 * DeferredDomains.NAMED * 2 * DeferredDomains.PEOPLE);
    }

    private void deferred(int people, String domain) {
        for (int person = 0; person < people; person++) {
            domains.deferred(EmailAddress.parse("p%d@%s".formatted(person, domain)));
        }
    }

    private double count(String domain) {
        return registry.get("mailround.deferrals")
                .tag("domain", domain)
                .counter()
                .count();
    }

    private Set<String> named() {
        return registry.get("mailround.deferrals").counters().stream()
                .map(Meter::getId)
                .map(id -> String.valueOf(id.getTag("domain")))
                .collect(Collectors.toSet());
    }
}
