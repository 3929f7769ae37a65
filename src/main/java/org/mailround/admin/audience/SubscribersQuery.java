package org.mailround.admin.audience;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.MailingLists;
import org.mailround.subscriber.PeopleFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of a page asks of subscribers.
 *
 * @param q how an address or a name begins; empty for all
 * @param list the name of a list; empty for all
 * @param state how they stand on it; empty for all
 */
record SubscribersQuery(String q, String list, String state) {

    static final Set<String> STATES = Set.of("confirmed", "unsubscribed", "pending");

    static SubscribersQuery of(@Nullable String q, @Nullable String list, @Nullable String state) {
        return new SubscribersQuery(
                q == null ? "" : q.strip(),
                list == null ? "" : list,
                state != null && STATES.contains(state) ? state : "");
    }

    /** A list that is no more is as none. */
    PeopleFilter filter(MailingLists lists) {
        return new PeopleFilter(q, lists.find(list).orElse(null), state.isEmpty() ? null : state);
    }

    /** Whether it leaves anybody out. */
    public boolean isNarrow() {
        return !q.isEmpty() || !list.isEmpty();
    }

    /** As it stands behind the address of the page that begins after somebody. */
    public String after(long id) {
        return UriComponentsBuilder.newInstance()
                .queryParam("q", "{q}")
                .queryParam("list", "{list}")
                .queryParam("state", "{state}")
                .queryParam("after", "{after}")
                .build(q, list, state, id)
                .toString();
    }
}
