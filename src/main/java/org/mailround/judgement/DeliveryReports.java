package org.mailround.judgement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Delivery status notifications (RFC 3464): one judgement for each recipient they tell of. */
final class DeliveryReports {

    private static final int LONGEST_DIAGNOSTIC = 5_000;

    private DeliveryReports() {}

    static List<Notification> in(Incoming incoming) {
        Accounts accounts = Accounts.in(incoming);
        Map<String, Notification> all = new LinkedHashMap<>();
        List<Notification> nameless = new ArrayList<>();
        for (Fields fields : incoming.recipients()) {
            Notification notification = of(fields, incoming, accounts);
            if (notification.recipient() == null) {
                nameless.add(notification);
            } else {
                all.putIfAbsent(notification.recipient().toLowerCase(Locale.ROOT), notification);
            }
        }
        List<Notification> told = new ArrayList<>(all.values());
        return told.isEmpty() ? nameless : told;
    }

    private static Notification of(Fields fields, Incoming incoming, Accounts accounts) {
        Set<String> named = new LinkedHashSet<>();
        for (String name : List.of("Final-Recipient", "Original-Recipient", "X-Actual-Recipient")) {
            fields.all(name).stream()
                    .map(Addresses::ofField)
                    .filter(Objects::nonNull)
                    .forEach(named::add);
        }
        if (named.isEmpty() && incoming.recipients().size() == 1) {
            named.addAll(accounts.recipients());
        }
        String recipient = named.stream()
                .filter(name -> name.indexOf('@') > 0)
                .findFirst()
                .orElse(named.stream().findFirst().orElse(null));
        String status = status(fields.first("Status"));
        String diagnostic = withoutType(fields.first("Diagnostic-Code"));
        String account = accounts.of(named);
        boolean isReadWhole = account == null && (status == null || status.endsWith(".0.0"));
        int count = incoming.recipients().size();
        Judgement judgement =
                Judge.of(action(fields), status, diagnostic, isReadWhole ? incoming.textForEachOf(count) : account);
        return new Notification(judgement, recipient, named, isForwarded(fields));
    }

    /** An address that is none, such as a number, is no other address. */
    private static boolean isForwarded(Fields fields) {
        String original = Addresses.ofField(fields.first("Original-Recipient"));
        String last = Addresses.ofField(fields.first("Final-Recipient"));
        return original != null
                && last != null
                && original.indexOf('@') > 0
                && last.indexOf('@') > 0
                && !original.equalsIgnoreCase(last);
    }

    private static @Nullable String action(Fields fields) {
        String action = fields.first("Action");
        if (action == null) {
            return null;
        }
        String word = action.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < word.length() && Character.isLetter(word.charAt(end))) {
            end++;
        }
        return word.substring(0, end);
    }

    /** Without the comment that some add. */
    private static @Nullable String status(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int end = 0;
        String status = value.strip();
        while (end < status.length() && (Character.isLetterOrDigit(status.charAt(end)) || status.charAt(end) == '.')) {
            end++;
        }
        String code = Codes.wellFormed(status.substring(0, end));
        return code != null && code.indexOf('.') > 0 ? code : null;
    }

    private static @Nullable String withoutType(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int semicolon = value.indexOf(';');
        boolean isType = semicolon > 0
                && semicolon < 20
                && value.substring(0, semicolon).strip().indexOf(' ') < 0;
        String rest = (isType ? value.substring(semicolon + 1) : value).strip();
        return rest.isEmpty() ? null : rest.substring(0, Math.min(rest.length(), LONGEST_DIAGNOSTIC));
    }
}
