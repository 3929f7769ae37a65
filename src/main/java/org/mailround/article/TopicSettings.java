package org.mailround.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which categories of feeds mean which topics, as it is written under {@code mailround.topics}.
 *
 * @param topics none is fine: then each category is a topic of its own
 */
@ConfigurationProperties("mailround")
record TopicSettings(@DefaultValue List<Entry> topics) {

    /** Every value is null where its key is missing. */
    record Entry(@Nullable String name, @Nullable List<String> categories) {

        boolean has(String category) {
            return categories != null
                    && categories.stream().anyMatch(it -> it.strip().equalsIgnoreCase(category));
        }
    }

    TopicSettings {
        topics = List.copyOf(topics);
        for (int i = 0; i < topics.size(); i++) {
            String name = topics.get(i).name();
            if (name == null || name.isBlank() || name.contains(Columns.TOPIC_SEPARATOR)) {
                throw new IllegalArgumentException(
                        "mailround.topics[%d].name is missing or has a | in it: give the topic a short name"
                                .formatted(i));
            }
        }
    }

    /** The topics that these categories mean; a category that nothing is said of is one itself. */
    List<String> of(List<String> categories) {
        List<String> result = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String category : categories) {
            String line = Characters.line(category);
            List<String> meant = topics.stream()
                    .filter(topic -> topic.has(line))
                    .map(topic -> String.valueOf(topic.name()).strip())
                    .toList();
            result.addAll(meant);
            if (meant.isEmpty()) {
                others.add(line.toLowerCase(Locale.ROOT));
            }
        }
        result.addAll(others);
        return result;
    }
}
