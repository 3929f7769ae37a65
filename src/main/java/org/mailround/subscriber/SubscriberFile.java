package org.mailround.subscriber;

import java.nio.file.Path;

/**
 * A CSV file of subscribers.
 *
 * @param list the name of the list it fills
 */
public record SubscriberFile(String list, Path path) {}
