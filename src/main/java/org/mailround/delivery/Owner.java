package org.mailround.delivery;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Who works claimed rows: a process.
 *
 * @param name tells it from every other, also from a later one with the same process number
 * @param machine where its end can be proved
 * @param process its number and host, for people
 * @param journal what happened to its claims, as far as the ledger may not know it yet
 * @param leaseUntil when its claims come back even if nobody can prove that it ended
 */
record Owner(String name, String machine, String process, Path journal, Instant leaseUntil) {}
