package org.mailround.campaign;

/** What composing came to. */
public sealed interface Composition {

    /** Something new to send, not yet frozen. */
    record Fresh(Draft draft) implements Composition {}

    /** An earlier edition did not finish: it goes on, and nothing new is composed. */
    record Unfinished(Edition edition) implements Composition {}

    /** There is nothing new to send. */
    record NothingNew() implements Composition {}
}
