package org.mailround.batch;

import org.mailround.article.CollectionResult;

/** Every source was read. */
public record SourcesCollected(CollectionResult result) {}
