package org.mailround.admin.campaigns;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.Complaint;
import org.mailround.campaign.OneOff;
import org.mailround.campaign.OneOffText;
import org.mailround.campaign.OneOffs;
import org.mailround.campaign.Only;
import org.mailround.subscriber.MailingList;

/**
 * A one-off as it is typed.
 *
 * @param markdown with merge tags
 * @param list the name of the list that it is for; empty while none is chosen
 * @param topic for those alone who chose it, or every topic; empty for all
 * @param language for those alone who read it; empty for all
 * @param again null where its box is not ticked
 */
record OneOffForm(
        String subject,
        String markdown,
        String list,
        String topic,
        String language,
        @Nullable Boolean again) {

    @SuppressWarnings("ConstantValue") // binding gives null where a field is missing
    OneOffForm {
        subject = subject == null ? "" : subject.replaceAll("\\s+", " ").strip();
        markdown = markdown == null ? "" : markdown;
        list = list == null ? "" : list;
        topic = topic == null ? "" : topic.strip();
        language = language == null ? "" : language.strip();
    }

    static final OneOffForm EMPTY = new OneOffForm("", "", "", "", "", null);

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

    /**
     * The same, to be stored.
     *
     * @param usual the language that those are taken to read who did not say
     */
    OneOffText text(MailingList its, String usual) {
        return new OneOffText(
                subject.strip(),
                markdown,
                OneOffs.TEMPLATE,
                Set.of(its.id()),
                Only.of(topic, language, usual),
                mayRepeat());
    }

    static OneOffForm of(OneOff oneOff) {
        return new OneOffForm(
                oneOff.subject(),
                oneOff.markdown(),
                oneOff.lists().stream().map(MailingList::name).findFirst().orElse(""),
                Objects.requireNonNullElse(oneOff.only().topic(), ""),
                Objects.requireNonNullElse(oneOff.only().language(), ""),
                oneOff.again());
    }
}
