package org.mailround.batch;

/** A round came to its end, with all done or not. */
public record RoundEnded(Mission mission, RoundResult result) {}
