package org.mailround.article;

/** Every source was read. */
public record SourcesCollected(CollectionResult result) {}
