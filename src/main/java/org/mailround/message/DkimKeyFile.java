package org.mailround.message;

/**
 * A key in its file.
 *
 * @param path the file as it is written in the configuration: relative to {@code mailround.home} where it is within,
 *     and with slashes
 */
public record DkimKeyFile(DkimKey key, String path) {}
