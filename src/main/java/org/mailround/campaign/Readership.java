package org.mailround.campaign;

import java.util.Arrays;
import java.util.List;
import org.mailround.article.Article;

/**
 * People who are to get the same articles of an edition.
 *
 * @param owedFrom the first edition that was not for them and whose articles they are still to get; 0: none
 * @param topics as they chose them, separated by {@code |}; empty: every topic
 */
public record Readership(long owedFrom, String topics) {

    /** Those who get every edition, and all that is in it. */
    static final Readership USUAL = new Readership(0, "");

    boolean wants(Article article) {
        List<String> chosen = Arrays.asList(topics.split("\\|"));
        return topics.isEmpty()
                || article.topics().stream().anyMatch(topic -> chosen.stream().anyMatch(topic::equalsIgnoreCase));
    }
}
