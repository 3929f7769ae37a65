package org.mailround.campaign;

import java.time.Instant;

/**
 * A campaign that goes out by itself.
 *
 * @param nextAt when it goes out next; in the past for the moment it takes to see that it is due
 */
public record Scheduled(Campaign campaign, Schedule schedule, Instant nextAt) {}
