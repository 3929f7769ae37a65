package org.mailround.article;

import java.time.Instant;

/**
 * Why a source cannot be read.
 *
 * @param reason one sentence that names the thing and the mend
 * @param since when it could not for the first time in a row
 */
public record SourceTrouble(String reason, Instant since) {}
