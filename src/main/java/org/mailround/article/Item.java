package org.mailround.article;

import org.jspecify.annotations.Nullable;

/** What a source holds: a draft of an article, or something that none can be made of. */
sealed interface Item permits Draft, Item.Refused {

    /**
     * An item that no article can be made of.
     *
     * @param title what names it: a title, or a file's name
     * @param reason one sentence that names the thing and the mend
     */
    record Refused(String title, @Nullable String link, String reason) implements Item {}
}
