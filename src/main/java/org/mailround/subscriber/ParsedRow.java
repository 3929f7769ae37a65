package org.mailround.subscriber;

/** A row, and what it turns out to be. */
record ParsedRow(CsvRow row, SubscriberRow meaning) {}
