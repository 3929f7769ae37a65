package org.mailround.batch;

import org.mailround.campaign.Forecast;

/**
 * What would go out now.
 *
 * @param subject data, as it goes into the Subject header
 * @param forecast whom it would reach
 */
public record Outlook(String subject, Forecast forecast) {}
