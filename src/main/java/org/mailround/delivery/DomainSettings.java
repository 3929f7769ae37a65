package org.mailround.delivery;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of single domains, as they are written under {@code mailround.delivery.per-domain}.
 *
 * <p>They are read line by line: bound to a map of objects, a domain whose dots are not in brackets would be lost
 * without a word, and so would the rate of every domain wherever one domain has a rate of its own.
 *
 * @param delivery everything under {@code mailround.delivery}: what overrides comes before what it overrides
 */
@ConfigurationProperties("mailround")
record DomainSettings(@DefaultValue Map<String, String> delivery) {

    DomainSettings {
        read(delivery);
    }

    /** By domain in lower case; under {@link DomainLimit#EVERY_OTHER} that of domains that are not named. */
    Map<String, DomainLimit> limits() {
        return read(delivery);
    }

    private static Map<String, DomainLimit> read(Map<String, String> delivery) {
        return delivery.entrySet().stream()
                .map(line -> WrittenLimit.of(line.getKey(), line.getValue()))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(
                        WrittenLimit::domain,
                        Collectors.collectingAndThen(Collectors.toList(), DomainSettings::limit)));
    }

    private static DomainLimit limit(List<WrittenLimit> lines) {
        List<WrittenLimit> rates =
                lines.stream().filter(line -> !line.ofConnections()).toList();
        return new DomainLimit(
                rates.stream()
                        // the same in other words, as a flag and a file may have it, is overridden like any setting
                        .filter(line -> line.name().equals(rates.get(0).name()))
                        .flatMap(line -> line.rates().stream())
                        .toList(),
                lines.stream()
                        .filter(WrittenLimit::ofConnections)
                        .findFirst()
                        .map(WrittenLimit::connections)
                        .orElse(null));
    }
}
