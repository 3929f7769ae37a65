package org.mailround.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 over what staff wrote or collected, and whom it is for: two editions with one hash are a repeat. */
final class ContentHash {

    private final MessageDigest digest;

    private ContentHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(Draft draft) {
        Content content = draft.content();
        ContentHash hash = new ContentHash();
        hash.add(content.template());
        hash.add(content.subject());
        hash.add(content.markdown());
        for (ShownArticle article : content.articles()) {
            hash.add(article.title());
            hash.add(article.link());
            hash.add(article.html());
        }
        draft.lists().stream().sorted().forEach(list -> hash.add(list.toString()));
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(@Nullable String text) {
        if (text != null) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
    }
}
