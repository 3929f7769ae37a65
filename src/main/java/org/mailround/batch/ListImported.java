package org.mailround.batch;

import org.mailround.subscriber.ImportResult;

/** A subscriber list was read. */
public record ListImported(ImportResult result) {}
