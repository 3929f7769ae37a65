package org.mailround.campaign;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom of its lists a mailing is for.
 *
 * @param topic those who chose it, or every topic; null for all
 * @param language those who read it, as a BCP 47 tag; null for all
 * @param unknownToo whether those who did not say what they read are taken for readers of that language
 */
public record Only(@Nullable String topic, @Nullable String language, boolean unknownToo) {

    /** All of them. */
    public static final Only EVERYBODY = new Only(null, null, false);

    public Only {
        topic = topic == null || topic.isBlank() ? null : topic.strip();
        language =
                language == null || language.isBlank() ? null : language.strip().toLowerCase(Locale.ROOT);
        unknownToo = unknownToo && language != null;
    }

    /** @param usual the language that those are taken to read who did not say */
    public static Only of(@Nullable String topic, @Nullable String language, String usual) {
        return new Only(topic, language, language != null && language.strip().equalsIgnoreCase(usual));
    }

    /** Whether it leaves nobody out. */
    public boolean isEverybody() {
        return topic == null && language == null;
    }

    /** A condition on a subscriber {@code s}; begins with a blank and {@code and}, or is empty. */
    public String condition() {
        StringBuilder condition = new StringBuilder();
        if (topic != null) {
            condition.append(" and (coalesce(s.topics, '') = ''"
                    + " or position(:onlyTopic in lower('|' || s.topics || '|')) > 0)");
        }
        if (language != null) {
            condition
                    .append(" and (lower(s.language) = :onlyLanguage or lower(s.language) like :onlyBelow")
                    .append(unknownToo ? " or s.language is null)" : ")");
        }
        return condition.toString();
    }

    /** What the names in it stand for. */
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (topic != null) {
            parameters.put("onlyTopic", "|" + topic.toLowerCase(Locale.ROOT) + "|");
        }
        if (language != null) {
            parameters.put("onlyLanguage", language);
            parameters.put("onlyBelow", language + "-%");
        }
        return parameters;
    }
}
