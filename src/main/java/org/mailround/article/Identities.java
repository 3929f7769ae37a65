package org.mailround.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an item is known by: SHA-256 in hex over the kind and the value. The same item may lose one of them and still
 * be known by another: a file is renamed, a site moves, a text is edited.
 *
 * @param guid its own name within its source
 * @param name its own name in all the world, where it looks like one; wherever it is met, it is the same
 * @param link its page, however the address is decorated
 * @param content its title and words
 */
record Identities(
        @Nullable String guid,
        @Nullable String name,
        @Nullable String link,
        @Nullable String content) {

    /** RFC 4151, RFC 4122, RFC 8141. */
    private static final Pattern WORLDWIDE =
            Pattern.compile("(?i)(tag:|urn:).+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** @param source the name of the source that holds it */
    static Identities of(String source, Draft draft) {
        String guid = draft.guid() == null ? null : digest("guid", source, draft.guid());
        String page = draft.link() == null ? null : canonical(draft.link());
        String link = page == null ? null : digest("link", page);
        // Title alone says little: next month's "Opening hours" is another item.
        boolean telling = !draft.text().isEmpty() || guid == null && link == null;
        return new Identities(
                guid, name(draft.guid()), link, telling ? digest("content", draft.title(), draft.text()) : null);
    }

    /** All there are, those that tell most first. */
    List<String> inOrder() {
        return Stream.of(guid, name, link, content)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    Identities without(boolean guidToo, boolean linkToo) {
        return new Identities(guidToo ? null : guid, guidToo ? null : name, linkToo ? null : link, content);
    }

    private static @Nullable String name(@Nullable String guid) {
        if (guid == null) {
            return null;
        }
        // an anchor tells one item of a page from the others
        String page = guid.contains("#") ? null : canonical(guid);
        // an item without a link of its own is often named by its page
        return WORLDWIDE.matcher(guid).matches() ? digest("name", guid) : page == null ? null : digest("link", page);
    }

    /**
     * The address without what does not change the page: whether it is secured, a leading www, case of the host, a usual
     * port, the fragment, campaign parameters, a slash at the end.
     *
     * @return null for the front page of a site: feeds give it to items that have no page of their own
     */
    static @Nullable String canonical(String link) {
        URI uri = WebAddress.uri(link);
        if (uri == null || uri.getHost() == null || uri.getScheme() == null) {
            return null;
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
        String query = uri.getRawQuery() == null ? "" : withoutCampaign(uri.getRawQuery());
        if (path.isEmpty() && query.isEmpty()) {
            return null;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        boolean usualPort = uri.getPort() < 0 || uri.getPort() == 443 || uri.getPort() == 80;
        return "https://" + host + (usualPort ? "" : ":" + uri.getPort()) + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static String withoutCampaign(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !parameter.regionMatches(true, 0, "utm_", 0, 4))
                .collect(Collectors.joining("&"));
    }

    /** SHA-256 in hex. */
    static String digest(String kind, String... values) {
        String all = kind + '\n' + String.join("\n", values);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
