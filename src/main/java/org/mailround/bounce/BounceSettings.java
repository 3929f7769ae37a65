package org.mailround.bounce;

import java.time.Duration;
import org.mailround.delivery.Share;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What follows from reports; not how the mailbox is read.
 *
 * @param acceptFor how long after a mail was accepted a report on it may change anything
 * @param softEditions how many editions in a row must fail for somebody, each time in a way that may pass, until they are
 *     suppressed
 * @param softSpan how long that must have gone on at least
 * @param hardThreshold the share of an edition's mails, sent back as nobody is there, at which it is paused
 * @param policyThreshold the same of those sent back as spam or by policy
 * @param complaintThreshold the same of those that their readers called spam
 */
@ConfigurationProperties("mailround.bounces")
record BounceSettings(
        @DefaultValue("30d") Duration acceptFor,
        @DefaultValue("5") int softEditions,
        @DefaultValue("14d") Duration softSpan,
        @DefaultValue("10%") Share hardThreshold,
        @DefaultValue("5%") Share policyThreshold,
        @DefaultValue("0.3%") Share complaintThreshold) {

    BounceSettings {
        if (acceptFor.isNegative() || acceptFor.isZero()) {
            throw new IllegalArgumentException(
                    "mailround.bounces.accept-for is %s: write a time such as 30d".formatted(acceptFor));
        }
        if (softEditions < 2 || softEditions > 100) {
            throw new IllegalArgumentException(
                    "mailround.bounces.soft-editions is %d: write a number from 2 to 100".formatted(softEditions));
        }
        if (softSpan.isNegative()) {
            throw new IllegalArgumentException(
                    "mailround.bounces.soft-span is %s: write a time such as 14d, or 0s".formatted(softSpan));
        }
    }
}
