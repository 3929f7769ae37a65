package org.mailround.subscriber;

import java.util.List;

/**
 * What a chunk changed.
 *
 * @param seen the ids of the people in it, those of its bad rows included
 * @param differences what it makes of each whom it says something new of; none unless they were asked for
 */
record Taken(
        long added, long changed, long unchanged, long notResurrected, List<Long> seen, List<Difference> differences) {}
