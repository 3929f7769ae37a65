package org.mailround.batch;

import org.mailround.campaign.Forecast;

/**
 * What would go out now.
 *
 * @param subject data, as it goes into the Subject header
 * @param byTopic whether its articles would stand under their topics
 * @param forecast whom it would reach
 */
public record Outlook(String subject, boolean byTopic, Forecast forecast) {}
