package org.mailround.subscriber;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.ListSettings.Entry;
import org.springframework.stereotype.Component;

/** Lists as people are told of them, and those that everybody may subscribe to. */
@Component
public class ListOffers {

    private final MailingLists lists;
    private final ListSettings settings;

    ListOffers(MailingLists lists, ListSettings settings) {
        this.lists = lists;
        this.settings = settings;
    }

    /** What people are told of a list. */
    public ListOffer of(MailingList list) {
        Optional<Entry> entry = settings.of(list.name());
        String title = blankToNull(entry.map(Entry::title).orElse(null));
        return new ListOffer(
                list,
                title == null ? inWords(list.name()) : title,
                blankToNull(entry.map(Entry::description).orElse(null)));
    }

    /**
     * Those that everybody may subscribe to, in the order of the settings, which make them if need be. Where the settings
     * open none it is the only list there is, or none: the name of a list may tell what somebody's illness is, so several
     * are not shown to strangers unless the clinic says so.
     */
    public List<ListOffer> open() {
        List<Entry> open = settings.open();
        if (!open.isEmpty()) {
            return open.stream()
                    .map(it -> of(lists.findOrCreate(it.normalisedName())))
                    .toList();
        }
        List<MailingList> all = lists.all();
        return all.size() == 1 && settings.lists().isEmpty() ? List.of(of(all.get(0))) : List.of();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A list is named for machines: {@code weekly-news}. */
    private static String inWords(String name) {
        String words = name.replaceAll("[-_]+", " ").strip();
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
