package org.mailround.batch;

/**
 * A step came on. Published at most a few times a second.
 *
 * @param step its name: {@code import}, {@code plan}, {@code deliver}
 * @param advanced by how much since the last event
 * @param total how much there is to do; 0 where nobody knows
 */
public record Progress(String step, long advanced, long total) {}
