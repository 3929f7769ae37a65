package org.mailround.campaign;

import java.time.Instant;

/**
 * Something that was due did not go out, and a person must decide.
 *
 * @param campaign its name
 * @param sentence why, and the mend; may have several lines
 */
public record OccasionHeld(String campaign, Instant dueAt, String sentence) {}
