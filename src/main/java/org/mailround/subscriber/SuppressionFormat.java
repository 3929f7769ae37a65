package org.mailround.subscriber;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who wrote a file of addresses, told by its header, and what a row of theirs says about a person. */
enum SuppressionFormat {
    /** {@code cmd/subscribers.go} writes these; the first person is enabled, others are not to be mailed. */
    LISTMONK("listmonk", "email", "uuid", "status", "attributes") {
        @Override
        Optional<String> reason(Function<String, String> cell) {
            String status = cell.apply("status");
            return status.equals("enabled") ? Optional.empty() : Optional.of(status.isEmpty() ? "blocklisted" : status);
        }
    },

    /** The file {@code unsubscribed_…} of an audience export. */
    MAILCHIMP_UNSUBSCRIBED("Mailchimp, unsubscribed", "email address", "unsub_time") {
        @Override
        Optional<String> reason(Function<String, String> cell) {
            String why = cell.apply("unsub_reason");
            boolean complained = why.contains("abuse") || why.contains("spam");
            return Optional.of(complained ? COMPLAINT : Suppressions.UNSUBSCRIBED);
        }
    },

    /** The file {@code cleaned_…}: addresses that mail came back from. */
    MAILCHIMP_CLEANED("Mailchimp, cleaned", "email address", "clean_time") {
        @Override
        Optional<String> reason(Function<String, String> cell) {
            return Optional.of(BOUNCED);
        }
    },

    /** Columns are named in words, which say “user” in older versions. */
    PHPLIST("phpList", "email", "is this subscriber blacklisted", "is this subscriber confirmed") {
        @Override
        Optional<String> reason(Function<String, String> cell) {
            if (isYes(cell.apply("is this subscriber blacklisted"))) {
                return Optional.of("blacklisted");
            }
            return isYes(cell.apply("is this subscriber confirmed"))
                    ? Optional.empty()
                    : Optional.of(Suppressions.UNCONFIRMED);
        }
    },

    PLAIN("email and reason", "email") {
        @Override
        Optional<String> reason(Function<String, String> cell) {
            String word =
                    cell.apply("reason").replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
            return Optional.of(
                    word.isEmpty() ? Suppressions.UNSUBSCRIBED : word.substring(0, Math.min(word.length(), LONGEST)));
        }
    };

    static final int LONGEST = 40;

    private static final String BOUNCED = "bounced";
    private static final String COMPLAINT = "complaint";

    private final String label;
    private final List<String> columns;

    SuppressionFormat(String label, String... columns) {
        this.label = label;
        this.columns = List.of(columns);
    }

    /**
     * The format of a header, or null if it is none.
     *
     * @param header as {@link #normalise} writes it
     */
    static @Nullable SuppressionFormat of(List<String> header) {
        for (SuppressionFormat format : values()) {
            // a plain list is one with these columns alone: any other with an address may be of people who want mail
            boolean plain = format != PLAIN || List.of("email", "reason", "").containsAll(header);
            if (plain && header.containsAll(format.columns)) {
                return format;
            }
        }
        return null;
    }

    static String normalise(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replace("is this user ", "is this subscriber ");
    }

    /** For people. */
    String label() {
        return label;
    }

    String addressColumn() {
        return columns.get(0);
    }

    /**
     * Why the person of a row must not be mailed; empty if they may.
     *
     * @param cell a column's text in lower case, "" where there is none
     */
    abstract Optional<String> reason(Function<String, String> cell);

    private static boolean isYes(String text) {
        return text.equals("1") || text.equals("yes") || text.equals("y") || text.equals("true");
    }
}
