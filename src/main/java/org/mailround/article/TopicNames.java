package org.mailround.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The topics that the clinic itself names, in its settings. */
@Component
public class TopicNames {

    private final TopicSettings topics;
    private final SourceSettings sources;

    TopicNames(TopicSettings topics, SourceSettings sources) {
        this.topics = topics;
        this.sources = sources;
    }

    /** Each once, compared without case: what categories mean, then those of whole sources. */
    public List<String> all() {
        List<String> names = new ArrayList<>();
        topics.topics().forEach(topic -> names.add(String.valueOf(topic.name()).strip()));
        sources.inOrder().forEach(source -> names.addAll(source.topics()));
        Set<String> known = new HashSet<>();
        return names.stream()
                .filter(name -> known.add(name.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
