package org.mailround.judgement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a notice says to people of each recipient: from where an address is named to where the next one is. */
final class Accounts {

    private static final int LONGEST = 2_500;

    private final Map<String, StringBuilder> byAddress = new LinkedHashMap<>();
    private final Map<String, String> spelling = new LinkedHashMap<>();

    private Accounts() {}

    static Accounts in(Incoming incoming) {
        Accounts accounts = new Accounts();
        Set<String> others = others(incoming);
        List<String> failed = Addresses.all(incoming.headers("X-Failed-Recipients"));
        StringBuilder current = null;
        for (String line : incoming.text().lines().toList()) {
            String begun = accounts.begunBy(line, others, failed);
            if (begun != null) {
                current = accounts.byAddress.computeIfAbsent(begun, a -> new StringBuilder());
            }
            if (current != null && current.length() < LONGEST) {
                current.append(line).append('\n');
            }
        }
        for (String address : failed) {
            accounts.spelling.putIfAbsent(address.toLowerCase(Locale.ROOT), address);
            accounts.byAddress.computeIfAbsent(address.toLowerCase(Locale.ROOT), a -> new StringBuilder());
        }
        return accounts;
    }

    /** Who wrote, and whom it is written to: not those that it is about. */
    private static Set<String> others(Incoming incoming) {
        List<String> others = new ArrayList<>();
        others.addAll(Addresses.all(incoming.headers("From")));
        others.addAll(Addresses.all(incoming.headers("To")));
        others.addAll(Addresses.all(incoming.headers("Delivered-To")));
        others.addAll(Addresses.all(incoming.returned("From")));
        others.addAll(Addresses.all(incoming.returned("Return-Path")));
        others.addAll(Addresses.all(incoming.returned("Sender")));
        Set<String> all = new LinkedHashSet<>();
        others.forEach(address -> all.add(address.toLowerCase(Locale.ROOT)));
        incoming.headers("X-Failed-Recipients")
                .forEach(value -> Addresses.in(value).forEach(a -> all.remove(a.toLowerCase(Locale.ROOT))));
        Addresses.all(incoming.returned("To")).forEach(a -> all.remove(a.toLowerCase(Locale.ROOT)));
        return all;
    }

    private @Nullable String begunBy(String line, Set<String> others, List<String> failed) {
        if (line.indexOf('@') < 0) {
            return null;
        }
        for (String address : Addresses.in(line)) {
            String key = address.toLowerCase(Locale.ROOT);
            boolean isKnown = byAddress.containsKey(key);
            boolean isWanted = failed.isEmpty() || failed.stream().anyMatch(address::equalsIgnoreCase);
            boolean isServer = key.startsWith("postmaster@")
                    || key.startsWith("mailer-daemon@")
                    || key.startsWith("abuse@")
                    || key.startsWith("support@");
            boolean isMessageId = line.toLowerCase(Locale.ROOT).contains("message-id");
            boolean isOneMore = isKnown || byAddress.size() < Incoming.MOST_RECIPIENTS;
            if (!others.contains(key)
                    && isOneMore
                    && isWanted
                    && !isServer
                    && !isMessageId
                    && (isKnown || isLeading(line, address) || byAddress.isEmpty())) {
                spelling.putIfAbsent(key, address);
                return key;
            }
        }
        return null;
    }

    /** Whether the line is about the address, and does not only mention it. */
    private static boolean isLeading(String line, String address) {
        String before = line.substring(0, line.indexOf(address)).strip().toLowerCase(Locale.ROOT);
        return before.length() < 3
                || before.endsWith("recipient:")
                || before.endsWith("to:")
                || before.endsWith("user:")
                || before.endsWith("address:")
                || before.endsWith("to: <")
                || before.endsWith("recipient: <")
                || before.endsWith("message to")
                || before.endsWith("rfc822;");
    }

    /** In the order they are named, in the spelling they have. */
    Set<String> recipients() {
        return new LinkedHashSet<>(spelling.values());
    }

    /** What is said of the first of these that something is said of; null for nothing. */
    @Nullable
    String of(Set<String> addresses) {
        for (String address : addresses) {
            StringBuilder account = byAddress.get(address.toLowerCase(Locale.ROOT));
            if (account != null && !account.isEmpty()) {
                return account.toString();
            }
        }
        return null;
    }
}
