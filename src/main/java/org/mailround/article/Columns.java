package org.mailround.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the columns of the table of articles hold at most, and how topics are written in one. */
final class Columns {

    static final int SOURCE = 200;
    static final int LINK = 2000;
    static final int TITLE = 500;
    static final int EXCERPT = 2000;
    static final int IMAGE_ALT = 500;
    static final int AUTHOR = 200;
    static final int TOPICS = 1000;
    static final String TOPIC_SEPARATOR = "|";

    /** These topics without blanks, repetitions (case does not count), and what the column has no room for. */
    static List<String> topics(List<String> topics) {
        List<String> result = new ArrayList<>();
        int room = TOPICS;
        for (String topic : topics) {
            String line = Characters.line(topic.replace(TOPIC_SEPARATOR, " "));
            int length = line.length() + TOPIC_SEPARATOR.length();
            if (!line.isEmpty() && length <= room && result.stream().noneMatch(line::equalsIgnoreCase)) {
                result.add(line);
                room -= length;
            }
        }
        return List.copyOf(result);
    }

    static String join(List<String> topics) {
        return String.join(TOPIC_SEPARATOR, topics);
    }

    static List<String> split(String topics) {
        return topics.isEmpty() ? List.of() : Arrays.asList(topics.split("\\|"));
    }

    private Columns() {}
}
