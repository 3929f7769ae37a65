package org.mailround.mailbox;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What settings of a mailbox must be like, each told by its key. */
final class MailboxRules {

    /** A name, or an address in numbers. */
    private static final Pattern HOST =
            Pattern.compile("[^\\s:/@\\[\\]]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?");

    private MailboxRules() {}

    static void check(MailboxSettings settings) {
        if (settings.every().isNegative() || settings.every().isZero()) {
            throw wrong("every", settings.every(), "write how long to wait between two readings, such as 5m");
        }
        String host = settings.host();
        if (host == null) {
            return;
        }
        if (!HOST.matcher(host).matches()) {
            throw wrong("host", host, "write the name of the server alone, and its port into " + key("port"));
        }
        if (settings.port() != null && (settings.port() < 1 || settings.port() > 65_535)) {
            throw wrong("port", settings.port(), "ports are 1 to 65535");
        }
        if (settings.username() == null) {
            throw missing("username", "write the name that the bounce mailbox is opened with");
        }
        if (settings.password() == null && !settings.isByToken()) {
            throw missing("password", "write the one of " + key("username") + ", or set " + MailboxSettings.OAUTH2);
        }
        requireApart("judged-folder", settings.judgedFolder(), settings.folder());
        requireApart("aside-folder", settings.asideFolder(), settings.folder());
    }

    /** What is moved to where it came from would be read for ever. */
    private static void requireApart(String key, String folder, String from) {
        if (folder.equalsIgnoreCase(from)) {
            throw wrong(key, folder, "write another folder than that of " + key("folder"));
        }
    }

    private static IllegalArgumentException missing(String key, String mend) {
        return new IllegalArgumentException("%s is missing: %s".formatted(key(key), mend));
    }

    private static IllegalArgumentException wrong(String key, @Nullable Object value, String mend) {
        return new IllegalArgumentException("%s is “%s”: %s".formatted(key(key), value, mend));
    }

    private static String key(String name) {
        return MailboxSettings.PREFIX + "." + name;
    }
}
