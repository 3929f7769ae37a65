package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.delivery.DeliverySettings.Uncertain;

class DeliverySettingsTests {

    final SettingsFixture written = new SettingsFixture();

    @Test
    void limitNothingByThemselves() {
        DeliverySettings settings = written.get(DeliverySettings.class);

        assertThat(settings.rate()).isEmpty();
        assertThat(settings.patience()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.policyThreshold()).isEqualTo(Share.parse("5%"));
        assertThat(settings.uncertain()).isEqualTo(Uncertain.HOLD);
        assertThat(written.get(Throttle.class).limits("gmail.com")).isFalse();
    }

    @Test
    void areReadFromFlags() {
        DeliverySettings settings = written.flags(
                        "mailround.delivery.rate=30/m,10000/d",
                        "mailround.delivery.patience=0s",
                        "mailround.delivery.policy-threshold=0.1",
                        "mailround.delivery.uncertain=resend")
                .get(DeliverySettings.class);

        assertThat(settings.rate()).containsExactly(Rate.parse("30/m"), Rate.parse("10000/d"));
        assertThat(settings.patience()).isZero();
        assertThat(settings.policyThreshold()).isEqualTo(Share.parse("10%"));
        assertThat(settings.uncertain()).isEqualTo(Uncertain.RESEND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/m,10000/d", "[30/m, 10000/day]", "\n  - 30/m\n  - 10000/d"})
    void ratesAreReadFromYaml(String rates) {
        written.yaml("mailround.delivery.rate: " + rates);

        assertThat(written.get(DeliverySettings.class).rate())
                .containsExactly(Rate.parse("30/m"), Rate.parse("10000/d"));
    }

    @Test
    void numbersOfYamlAreRead() {
        written.yaml("mailround.delivery: {rate: 10, policy-threshold: 0.1}");

        DeliverySettings settings = written.get(DeliverySettings.class);

        assertThat(settings.rate()).containsExactly(Rate.parse("10/s"));
        assertThat(settings.policyThreshold()).isEqualTo(Share.parse("10%"));
    }

    @Test
    void anEmptyFlagTakesTheRatesOfTheFileAway() {
        written.yaml("mailround.delivery.rate: 10/s").flags("mailround.delivery.rate=");

        assertThat(written.get(DeliverySettings.class).rate()).isEmpty();
    }
}
