package org.mailround.campaign;

import java.util.Set;

/**
 * How a digest is made.
 *
 * @param title as people read it; the subjects of its editions begin with it
 * @param template the name of its files in {@code templates/}, without their endings
 * @param maxArticles how many articles an edition shows at most
 * @param lists the ids of the lists that it is for; empty for every list, also those to come
 * @param sources the names of the sources whose articles it has; empty for every source, also those to come
 */
public record DigestSettings(String title, String template, int maxArticles, Set<Long> lists, Set<String> sources) {

    /** @throws IllegalArgumentException if that cannot be */
    public DigestSettings {
        title = title.replaceAll("\\s+", " ").strip();
        if (title.isEmpty() || title.length() > 200) {
            throw new IllegalArgumentException("The title is missing or too long: use 1 to 200 characters.");
        }
        if (maxArticles < 1 || maxArticles > 100) {
            throw new IllegalArgumentException("The number of articles must be 1 to 100.");
        }
        lists = Set.copyOf(lists);
        sources = Set.copyOf(sources);
    }
}
