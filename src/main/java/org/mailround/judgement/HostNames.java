package org.mailround.judgement;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells names of hosts from words. */
final class HostNames {

    private static final Set<String> TOP_LEVELS = Set.of(
            "com",
            "net",
            "org",
            "edu",
            "gov",
            "mil",
            "info",
            "biz",
            "jp",
            "de",
            "fr",
            "ru",
            "cn",
            "uk",
            "br",
            "pl",
            "nl",
            "eu",
            "au",
            "ca",
            "cz",
            "ch",
            "at",
            "example",
            "test",
            "invalid",
            "local",
            "localhost",
            "lan");

    private static final List<String> CODES = List.of("resolver.", "queue.", "storedrv.", "smtpsend.", "routing.");

    private HostNames() {}

    /** Whether this is one, and no sentence that lacks a blank, and no code of a server that has dots. */
    static boolean isOne(String part) {
        String host = part.toLowerCase(Locale.ROOT);
        int dot = host.lastIndexOf('.', host.length() - 2);
        if (dot <= 0 || CODES.stream().anyMatch(host::startsWith)) {
            return false;
        }
        String last = host.endsWith(".") ? host.substring(dot + 1, host.length() - 1) : host.substring(dot + 1);
        boolean isDeep = host.indexOf('.') < dot && host.charAt(dot - 1) != '.';
        return TOP_LEVELS.contains(last)
                || isDeep && last.length() <= 6 && last.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
