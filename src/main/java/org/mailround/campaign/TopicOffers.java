package org.mailround.campaign;

import java.util.List;
import org.mailround.article.TopicNames;
import org.springframework.stereotype.Component;

/** The topics that people may choose from. */
@Component
public class TopicOffers {

    private final TopicNames names;

    TopicOffers(TopicNames names) {
        this.names = names;
    }

    /** As the clinic names them; none where it names none, and then people get everything. */
    public List<String> all() {
        return names.all();
    }
}
