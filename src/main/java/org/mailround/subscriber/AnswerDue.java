package org.mailround.subscriber;

/** Somebody who subscribes waits for a mail. Who, and for which, is in the tables: this only says when to look. */
public record AnswerDue() {}
