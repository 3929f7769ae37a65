package org.mailround.article;

import java.util.List;
import org.springframework.stereotype.Component;

/** The names of the sources that articles come from. */
@Component
public class SourceNames {

    private final SourceSettings sources;

    SourceNames(SourceSettings sources) {
        this.sources = sources;
    }

    /** All of them, in the order that they are written. */
    public List<String> all() {
        return sources.inOrder().stream().map(Source::name).toList();
    }
}
