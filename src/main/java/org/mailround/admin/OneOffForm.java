package org.mailround.admin;

import org.jspecify.annotations.Nullable;
import org.mailround.campaign.OneOff;

/**
 * A one-off as it is typed.
 *
 * @param markdown with merge tags
 * @param list the name of the list that it is for; empty while none is chosen
 * @param again null where its box is not ticked
 */
record OneOffForm(
        String subject,
        String markdown,
        String list,
        @Nullable Boolean again) {

    @SuppressWarnings("ConstantValue") // binding gives null where a field is missing
    OneOffForm {
        subject = subject == null ? "" : subject.replaceAll("\\s+", " ").strip();
        markdown = markdown == null ? "" : markdown;
        list = list == null ? "" : list;
    }

    static final OneOffForm EMPTY = new OneOffForm("", "", "", null);

    /** Whether it may go out although the very same went to its list before. */
    public boolean mayRepeat() {
        return Boolean.TRUE.equals(again);
    }

    /** @throws Complaint if something is missing */
    void check() {
        if (subject.isBlank()) {
            throw new Complaint("The subject is missing: nobody opens a mail without one.");
        }
        if (subject.length() > 300) {
            throw new Complaint("The subject is too long: use at most 300 characters.");
        }
        if (markdown.isBlank()) {
            throw new Complaint("The text is missing: there is nothing to send.");
        }
        if (list.isBlank()) {
            throw new Complaint("Choose the list that it is for.");
        }
    }

    static OneOffForm of(OneOff oneOff) {
        return new OneOffForm(oneOff.subject(), oneOff.markdown(), oneOff.list(), oneOff.again());
    }
}
