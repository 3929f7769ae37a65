package org.mailround.admin;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.LedgerFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of a page asks of recipients.
 *
 * @param q part of an address or a name; empty for all
 * @param state a delivery's state, or what came later: bounced, complained; anything else is all
 */
record RecipientsQuery(String q, String state) {

    static final List<String> FEEDBACK = List.of("bounced", "complained");

    /** Binding gives null for what is not in the address. */
    static RecipientsQuery of(@Nullable String q, @Nullable String state) {
        return new RecipientsQuery(q == null ? "" : q.strip(), state == null ? "" : state);
    }

    LedgerFilter filter() {
        return new LedgerFilter(q, deliveryState(), FEEDBACK.contains(state) ? state : null);
    }

    private @Nullable DeliveryState deliveryState() {
        return Arrays.stream(DeliveryState.values())
                .filter(known -> known.label().equals(state))
                .findFirst()
                .orElse(null);
    }

    /** Whether it leaves anybody out. */
    public boolean isNarrow() {
        return !q.isEmpty() || !state.isEmpty();
    }

    /** As it stands behind an address, with what else belongs there. */
    public String with(String name, Object value) {
        return base().queryParam(name, "{value}").build(q, state, value).toString();
    }

    public String text() {
        return base().build(q, state).toString();
    }

    private static UriComponentsBuilder base() {
        return UriComponentsBuilder.newInstance().queryParam("q", "{q}").queryParam("state", "{state}");
    }
}
