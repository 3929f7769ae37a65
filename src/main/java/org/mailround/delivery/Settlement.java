package org.mailround.delivery;

import java.time.Instant;

/** How an attempt ended. */
record Settlement(Attempt attempt, Instant endedAt, Verdict verdict) {}
