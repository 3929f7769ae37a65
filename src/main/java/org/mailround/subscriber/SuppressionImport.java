package org.mailround.subscriber;

/**
 * What a file of addresses that must not be mailed brought.
 *
 * @param format the system that wrote it, for people
 * @param added how many are suppressed now and were not
 * @param known how many were suppressed before
 * @param leftAside how many may be mailed by what the file says
 * @param rejected how many rows have no address that mail can be sent to
 */
public record SuppressionImport(String format, long added, long known, long leftAside, long rejected) {}
