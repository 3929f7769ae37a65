package org.mailround.bounce;

/**
 * Messages of the bounce mailbox are for a person to read.
 *
 * @param count how many were put aside now
 * @param where they are, for people
 */
public record MailSetAside(int count, String where) {}
