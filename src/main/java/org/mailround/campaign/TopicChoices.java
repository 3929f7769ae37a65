package org.mailround.campaign;

import java.util.List;
import org.mailround.article.TopicNames;
import org.springframework.stereotype.Component;

/** The topics that people can choose among, so that they get of digests what is about these alone. */
@Component
public class TopicChoices {

    private final TopicNames topics;

    TopicChoices(TopicNames topics) {
        this.topics = topics;
    }

    /** As people read them, in the clinic's order; chosen ones are kept in lower case. */
    public List<String> names() {
        return topics.all();
    }
}
