package org.mailround.subscriber;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.Difference.Change;

/** Tells field by field what is different. */
final class Fields {

    private final Map<String, Change> changes = new LinkedHashMap<>();

    Fields compare(Profile before, Profile after) {
        compare("first_name", before.firstName(), after.firstName());
        compare("last_name", before.lastName(), after.lastName());
        compare("language", before.language(), after.language());
        compare("time_zone", before.timeZone(), after.timeZone());
        compare("topics", before.topics(), after.topics());
        compare("frequency", before.frequency(), after.frequency());
        compareAttributes(before.attributes(), after.attributes());
        return this;
    }

    Fields compare(Consent before, Consent after) {
        compare("consent_source", before.source(), after.source());
        compare("consent_at", text(before.at()), text(after.at()));
        compare("consent_wording", before.wording(), after.wording());
        return this;
    }

    Fields compare(String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.put(field, new Change(before, after));
        }
        return this;
    }

    Map<String, Change> changes() {
        return changes;
    }

    private void compareAttributes(String before, String after) {
        if (!before.equals(after)) {
            Map<String, String> old = Attributes.read(before);
            Map<String, String> now = Attributes.read(after);
            TreeSet<String> names = new TreeSet<>(old.keySet());
            names.addAll(now.keySet());
            names.forEach(name -> compare(name, old.get(name), now.get(name)));
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
