package org.mailround.article;

import java.util.List;
import org.springframework.stereotype.Component;

/** The topics that this clinic gathers its articles under. */
@Component
public class TopicNames {

    private final TopicSettings settings;

    TopicNames(TopicSettings settings) {
        this.settings = settings;
    }

    /** As people read them, in the order of the settings; none where each category is a topic of its own. */
    public List<String> all() {
        return settings.topics().stream()
                .map(topic -> String.valueOf(topic.name()).strip())
                .distinct()
                .toList();
    }
}
