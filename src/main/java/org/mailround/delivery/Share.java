package org.mailround.delivery;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a whole.
 *
 * @param value above 0, at most 1
 */
public record Share(BigDecimal value) {

    private static final Pattern WRITTEN = Pattern.compile("(?<number>\\d{1,3}(\\.\\d{1,9})?)\\s*(?<percent>%?)");

    public Share {
        if (!isShare(value)) {
            throw new IllegalArgumentException("A share is more than nothing and no more than the whole");
        }
        value = value.stripTrailingZeros();
    }

    /**
     * Reads a share as people write it: {@code 5%} or {@code 0.05}.
     *
     * @throws IllegalArgumentException if this is no share; the message goes on from the name of the setting
     */
    public static Share parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        BigDecimal value = written.matches() ? value(written) : BigDecimal.ZERO;
        if (!isShare(value)) {
            throw new IllegalArgumentException(
                    "is “%s”: write a share above 0%% and up to 100%%, such as 5%% or 0.05".formatted(text.strip()));
        }
        return new Share(value);
    }

    /** Whether a part is this share of the whole, or more; nothing is no share of anything. */
    public boolean isReachedBy(long part, long whole) {
        return part > 0 && BigDecimal.valueOf(part).compareTo(value.multiply(BigDecimal.valueOf(whole))) >= 0;
    }

    private static BigDecimal value(Matcher written) {
        BigDecimal number = new BigDecimal(written.group("number"));
        return written.group("percent").isEmpty() ? number : number.movePointLeft(2);
    }

    private static boolean isShare(BigDecimal value) {
        return value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }

    /** As people write it: {@code 5%}. */
    @Override
    public String toString() {
        return value.movePointRight(2).toPlainString() + "%";
    }
}
