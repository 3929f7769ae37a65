package org.mailround.article;

import java.util.List;
import org.mailround.web.PrivateHosts;

/** Where articles come from, as it was configured. */
sealed interface Source {

    /** Unique among the sources. */
    String name();

    /** What every article of this source is about. */
    List<String> topics();

    /** @param folder relative to the home of the program, or absolute */
    record Folder(String name, String folder, List<String> topics) implements Source {}

    /**
     * @param url http, https, or file; what follows {@code file:} may be relative to the home of the program
     * @param privateHosts which hosts of private networks it may reach
     */
    record Feed(String name, String url, List<String> topics, PrivateHosts privateHosts) implements Source {

        /** One that reaches what is open to all, and nothing else. */
        Feed(String name, String url, List<String> topics) {
            this(name, url, topics, PrivateHosts.NONE);
        }
    }
}
