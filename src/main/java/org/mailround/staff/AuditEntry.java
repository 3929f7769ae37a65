package org.mailround.staff;

import java.time.Instant;

/**
 * That somebody did something.
 *
 * @param account the name of who did it
 * @param action what, in words
 * @param subject to what, such as {@code edition 12}; empty where the action says it
 */
public record AuditEntry(long id, Instant at, String account, String action, String subject) {}
