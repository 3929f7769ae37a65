package org.mailround.delivery;

/**
 * The relay takes no mail, and that is no hiccup.
 *
 * @param relay {@code host:port}
 * @param sentence why, for people
 */
public record RelayPaused(String relay, String sentence) {}
