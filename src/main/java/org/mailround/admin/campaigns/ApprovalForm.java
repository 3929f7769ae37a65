package org.mailround.admin.campaigns;

import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.ApprovalMode;
import org.mailround.campaign.ApprovalRule;

/**
 * How editions are approved, as it is chosen.
 *
 * @param hours in which somebody may stop one; null where that was not chosen
 */
record ApprovalForm(@Nullable String mode, @Nullable Double hours) {

    /** @throws IllegalArgumentException if nothing is chosen, or a time is missing, too short or too long */
    ApprovalRule rule() {
        ApprovalMode chosen = Stream.of(ApprovalMode.values())
                .filter(each -> each.label().equals(mode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Choose how it is approved."));
        return switch (chosen) {
            case NONE -> ApprovalRule.NONE;
            case HOLD -> ApprovalRule.HOLD;
            case UNLESS ->
                ApprovalRule.unlessStoppedWithin(Duration.ofMinutes(hours == null ? 0 : Math.round(hours * 60)));
        };
    }
}
