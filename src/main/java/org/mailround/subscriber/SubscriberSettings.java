package org.mailround.subscriber;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param requireConsent whether a row without {@code consent_source} and {@code consent_at} is rejected; otherwise its
 *     consent is unrecorded
 */
@ConfigurationProperties("mailround.subscribers")
record SubscriberSettings(boolean requireConsent) {}
