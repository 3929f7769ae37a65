package org.mailround.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is handed to the relay. What holds for single domains is in {@link DomainSettings}.
 *
 * @param connections how many are open at once
 * @param rate how fast mail may go out to everybody together: all of them hold; none is no limit
 * @param retryInitial how long after the first refusal for now the next attempt is made; it doubles each time
 * @param retryMax the longest wait between two attempts
 * @param deadline how long after it was composed an edition is tried at all
 * @param patience how long a command waits for a relay that is ill and for those who are deferred; may be zero
 * @param policyThreshold the share of an edition's attempts refused as spam or by policy at which the edition is paused
 * @param uncertain what becomes of those of whom nobody can know whether they were mailed
 */
@ConfigurationProperties("mailround.delivery")
record DeliverySettings(
        @DefaultValue("4") int connections,
        @DefaultValue List<Rate> rate,
        @DefaultValue("5m") Duration retryInitial,
        @DefaultValue("4h") Duration retryMax,
        @DefaultValue("3d") Duration deadline,
        @DefaultValue("15m") Duration patience,
        @DefaultValue("5%") Share policyThreshold,
        @DefaultValue("hold") Uncertain uncertain) {

    enum Uncertain {
        /** A person decides. */
        HOLD,
        /** They are mailed again, and may have it twice. */
        RESEND
    }

    DeliverySettings {
        if (connections < 1 || connections > 1000) {
            throw new IllegalArgumentException(
                    "mailround.delivery.connections is %d: write a number from 1 to 1000".formatted(connections));
        }
        rate = List.copyOf(rate);
        requirePositive("retry-initial", retryInitial);
        requirePositive("retry-max", retryMax);
        requirePositive("deadline", deadline);
        if (patience.isNegative()) {
            throw new IllegalArgumentException(
                    "mailround.delivery.patience is %s: write a time such as 15m, or 0s".formatted(patience));
        }
    }

    private static void requirePositive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "mailround.delivery.%s is %s: write a time such as 5m".formatted(key, value));
        }
    }
}
