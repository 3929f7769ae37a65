package org.mailround.campaign;

/**
 * An edition that an article was released by.
 *
 * @param title of the digest
 */
public record ArticleUse(long article, long edition, String title, boolean sandbox) {}
