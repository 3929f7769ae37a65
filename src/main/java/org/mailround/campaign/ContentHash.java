package org.mailround.campaign;

/** SHA-256 over what staff wrote or collected, and whom it is for: two editions with one hash are a repeat. */
final class ContentHash {

    private ContentHash() {}

    static String of(Draft draft) {
        Content content = draft.content();
        Sha256 hash =
                new Sha256().add(content.template()).add(content.subject()).add(content.markdown());
        for (ShownArticle article : content.articles()) {
            hash.add(article.title()).add(article.link()).add(article.html());
        }
        draft.lists().stream().sorted().forEach(list -> hash.add(list.toString()));
        if (!draft.only().isEverybody()) {
            hash.add(draft.only().topic()).add(draft.only().language());
        }
        return hash.hex();
    }
}
