package org.mailround.subscriber;

import java.util.List;
import java.util.Set;

/** What an exported list says of each person beside what every list may say. They mean it in a file that has the first alone. */
final class ExportColumns {

    static final String STATE = "subscription_state";
    static final String CHANGED_AT = "subscription_changed_at";
    static final String IMPORTED = "subscription_imported";
    static final String DROPPED = "subscription_dropped";
    static final String PAUSED_UNTIL = "paused_until";
    static final String CHOSEN = "chosen_by_person";
    static final String SUPPRESSION = "suppression_reason";

    static final Set<String> STANDING = Set.of(STATE, CHANGED_AT, IMPORTED, DROPPED, PAUSED_UNTIL, CHOSEN, SUPPRESSION);

    /** In the order in which they stand in an export, before the attributes. The first two tell that it is one. */
    static final List<String> ALL = List.of(
            Columns.EMAIL,
            STATE,
            CHANGED_AT,
            IMPORTED,
            DROPPED,
            PAUSED_UNTIL,
            CHOSEN,
            SUPPRESSION,
            "first_name",
            "last_name",
            "language",
            "time_zone",
            "topics",
            "frequency",
            "consent_source",
            "consent_at",
            "consent_wording");

    /** Not true and false, which spreadsheets translate. */
    static final String YES = "yes";

    static final String NO = "no";

    private ExportColumns() {}
}
