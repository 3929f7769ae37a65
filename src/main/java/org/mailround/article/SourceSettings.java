package org.mailround.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.web.Address;
import org.mailround.web.PrivateHosts;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sources, as they are written under {@code mailround.sources}.
 *
 * @param sources none is fine: then there are one-offs alone
 */
@ConfigurationProperties("mailround")
record SourceSettings(@DefaultValue List<Entry> sources) {

    /** Every value is null where its key is missing. */
    record Entry(
            @Nullable String name,
            @Nullable String url,
            @Nullable String folder,
            @Nullable List<String> topics,
            @Nullable List<String> allowPrivateHosts) {}

    SourceSettings {
        sources = List.copyOf(sources);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = source(i, sources.get(i));
            if (!names.add(source.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "mailround.sources[%d].name is %s, and so is another source's: give it a name of its own"
                                .formatted(i, source.name()));
            }
        }
    }

    /** The sources in the order they are written. */
    List<Source> inOrder() {
        List<Source> result = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            result.add(source(i, sources.get(i)));
        }
        return result;
    }

    private static Source source(int index, Entry entry) {
        String key = "mailround.sources[%d]".formatted(index);
        String name = name(key, entry.name());
        String url = given(entry.url());
        String folder = given(entry.folder());
        List<String> topics = topics(key, entry.topics() == null ? List.of() : entry.topics());
        if (url != null && folder != null) {
            throw new IllegalArgumentException("%s has both a url and a folder: keep one".formatted(key));
        }
        String web = url == null ? null : url(key, url);
        PrivateHosts hosts = AllowedHosts.of(
                key + ".allow-private-hosts",
                web == null ? null : Address.of(web),
                entry.allowPrivateHosts() == null ? List.of() : entry.allowPrivateHosts());
        if (web != null) {
            return new Source.Feed(name, web, topics, hosts);
        }
        if (folder != null) {
            return new Source.Folder(name, folder(key, folder), topics);
        }
        throw new IllegalArgumentException(
                "%s (%s) has neither a url nor a folder: write the url of a feed, or a folder of files"
                        .formatted(key, name));
    }

    private static String name(String key, @Nullable String name) {
        String given = given(name);
        if (given == null) {
            throw new IllegalArgumentException("%s.name is missing: give the source a short name".formatted(key));
        }
        if (given.length() > Columns.SOURCE || !given.equals(Characters.line(given))) {
            throw new IllegalArgumentException(
                    "%s.name is too long or holds control characters: give the source a short name".formatted(key));
        }
        return given;
    }

    private static String url(String key, String url) {
        if (url.regionMatches(true, 0, "file:", 0, 5) && url.length() > 5) {
            return url;
        }
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "%s.url is %s, which is no address: copy it from a browser".formatted(key, url), e);
        }
        throw new IllegalArgumentException(
                "%s.url is %s: it must begin with https://, http:// or file:".formatted(key, url));
    }

    private static String folder(String key, String folder) {
        try {
            return Path.of(folder).toString();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "%s.folder is %s, which is no folder's name: correct it".formatted(key, folder), e);
        }
    }

    private static List<String> topics(String key, List<String> topics) {
        for (String topic : topics) {
            if (topic.contains(Columns.TOPIC_SEPARATOR)) {
                throw new IllegalArgumentException(
                        "%s.topics has a | in %s: write it as a topic of its own".formatted(key, topic));
            }
        }
        return Columns.topics(topics);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
