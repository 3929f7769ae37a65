package org.mailround.campaign;

/** The books of an edition are closed: nobody of its audience is outstanding. */
public record EditionFinished(Edition edition) {}
