package org.mailround.subscriber;

import java.util.List;

/**
 * What a chunk changed.
 *
 * @param seen the ids of the people in it, those of its bad rows included
 */
record Taken(long added, long changed, long unchanged, long notResurrected, List<Long> seen) {}
