package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainSettingsTests {

    final SettingsFixture written = new SettingsFixture();

    @ParameterizedTest
    @ValueSource(
            strings = {"per-domain", "perDomain", "per-domain.rate", "per-domain.default", "per-domain[default].rate"})
    void aRateWithoutADomainIsForEachThatIsNotNamed(String key) {
        written.flags("mailround.delivery." + key + "=5/s");

        assertThat(limits()).isEqualTo(Map.of("default", limit("5/s", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "per-domain[gmail.com]",
                "per-domain.gmail.com",
                "per-domain[gmail.com].rate",
                "per-domain.gmail.com.rate",
                "per-domain[GMail.com].rate[0]",
            })
    void aDomainHasARateOfItsOwn(String key) {
        written.flags("mailround.delivery." + key + "=20/m");

        assertThat(limits()).isEqualTo(Map.of("gmail.com", limit("20/m", null)));
    }

    @Test
    void aDomainHasConnectionsAndSeveralRates() {
        written.flags(
                "mailround.delivery.per-domain[gmail.com].rate=20/m,500/h",
                "mailround.delivery.per-domain[gmail.com].connections=2");

        assertThat(limits()).isEqualTo(Map.of("gmail.com", limit("20/m,500/h", 2)));
    }

    @Test
    void aRateForEachStandsBesideThatOfOne() {
        written.flags("mailround.delivery.per-domain=5/s", "mailround.delivery.per-domain[gmail.com]=20/m");

        assertThat(limits()).isEqualTo(Map.of("default", limit("5/s", null), "gmail.com", limit("20/m", null)));
    }

    @Test
    void aDomainWithoutAValueIsFreeOfTheLimitForEach() {
        written.flags("mailround.delivery.per-domain=5/s", "mailround.delivery.per-domain[gmail.com]=");

        Throttle throttle = written.get(Throttle.class);

        assertThat(throttle.limits("gmail.com")).isFalse();
        assertThat(throttle.limits("gmx.de")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'[gmail.com]'", "gmail.com", "Gmail.com"})
    void domainsAreReadFromYamlWithAndWithoutBrackets(String domain) {
        written.yaml("""
                mailround:
                  delivery:
                    rate: [10/s, 1000/h]
                    per-domain:
                      default: 5/s
                      %s:
                        rate: [20/m, 500/h]
                        connections: 2
                      yahoo.com: {connections: 1}
                """.formatted(domain));

        assertThat(limits())
                .isEqualTo(Map.of(
                        "default", limit("5/s", null), "gmail.com", limit("20/m,500/h", 2), "yahoo.com", limit("", 1)));
    }

    @Test
    void aFlagOverridesTheFileInWhateverWordsTheyAre() {
        written.yaml("""
                mailround.delivery.per-domain:
                  default: {rate: [5/s, 100/h], connections: 3}
                  "[gmail.com]": {rate: 20/m, connections: 2}
                """).flags("mailround.delivery.per-domain=1/s", "mailround.delivery.per-domain[gmail.com]=2/m");

        assertThat(limits()).isEqualTo(Map.of("default", limit("1/s", 3), "gmail.com", limit("2/m", 2)));
    }

    @Test
    void domainsAreReadFromTheEnvironment() {
        written.environment(
                Map.of("MAILROUND_DELIVERY_PERDOMAIN", "5/s", "MAILROUND_DELIVERY_PER_DOMAIN_GMAIL_COM", "20/m"));

        assertThat(limits()).isEqualTo(Map.of("default", limit("5/s", null), "gmail.com", limit("20/m", null)));
    }

    @Test
    void aDomainInLettersOfItsOwnIsThatOfItsAddresses() {
        written.flags("mailround.delivery.per-domain[Bücher.example]=1/s");

        assertThat(limits()).containsOnlyKeys("xn--bcher-kva.example");
    }

    @ParameterizedTest
    @CsvSource({
        "per-domain, fast, mailround.delivery.per-domain is “fast”: write how many",
        "per-domain.gmail.com.rate, 0/s, mailround.delivery.per-domain[gmail.com].rate is “0/s”: write how many",
        "per-domain.gmail.com.connections, 0, mailround.delivery.per-domain[gmail.com].connections is “0”: write a number",
        "per-domain.gmail.com.connections, two, mailround.delivery.per-domain[gmail.com].connections is “two”",
        "per-domain.gmail.com.conections, 2, mailround.delivery.per-domain[gmail.com.conections] is “2”: write a rate",
        "per-domain.gmail, 5/s, 'mailround.delivery.per-domain has “gmail”, which is no domain: write what stands after'",
    })
    void whatIsWrongIsToldWithTheMend(String key, String value, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DomainSettings(Map.of(key, value)))
                .withMessageStartingWith(sentence);
    }

    private Map<String, DomainLimit> limits() {
        return written.get(DomainSettings.class).limits();
    }

    private static DomainLimit limit(String rates, @Nullable Integer connections) {
        return new DomainLimit(Rate.parseAll(rates), connections);
    }
}
