package org.mailround.delivery;

/**
 * The relay takes mail: said once a round, and once again after trouble.
 *
 * @param relay {@code host:port}, or {@code sandbox}
 */
public record RelayAnswered(String relay) {}
