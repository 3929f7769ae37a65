package org.mailround.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.MailingList;

/**
 * A mailing that is sent once, as staff wrote it.
 *
 * @param subject data, never merged
 * @param markdown with merge tags
 * @param lists those that it is for, by name; none for every list
 * @param only whom of these lists it is for
 * @param template the name of its template's files, without their endings
 * @param again whether it may go out although the same went out before
 * @param revision how often it was changed
 * @param edition the latest edition that was made of it; null where none was
 * @param sendAt when it goes out by itself; null where it does not
 */
public record OneOff(
        long id,
        Campaign campaign,
        String subject,
        String markdown,
        List<MailingList> lists,
        Only only,
        String template,
        boolean again,
        Instant createdAt,
        long revision,
        @Nullable Long edition,
        @Nullable Instant sendAt) {

    public OneOff {
        lists = List.copyOf(lists);
    }

    /** The ids of its lists; empty for every list. */
    public Set<Long> listIds() {
        return lists.stream().map(MailingList::id).collect(Collectors.toSet());
    }
}
