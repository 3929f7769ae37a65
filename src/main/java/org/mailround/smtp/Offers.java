package org.mailround.smtp;

import org.jspecify.annotations.Nullable;

/**
 * What of a relay's answer to EHLO matters to each message.
 *
 * @param pipelining whether commands may be sent before those ahead of them are answered (RFC 2920)
 * @param size whether it wants to be told how long a message is (RFC 1870)
 * @param longest the most octets that it takes; 0 where it does not say
 */
record Offers(boolean pipelining, boolean smtpUtf8, boolean eightBitMime, boolean dsn, boolean size, long longest) {

    /** Before EHLO. */
    static final Offers NONE = new Offers(false, false, false, false, false, 0);

    static Offers of(RelayTransport transport) {
        return new Offers(
                transport.supportsExtension("PIPELINING"),
                transport.supportsExtension("SMTPUTF8"),
                transport.supportsExtension("8BITMIME"),
                transport.supportsExtension("DSN"),
                transport.supportsExtension("SIZE"),
                longest(transport.getExtensionParameter("SIZE")));
    }

    private static long longest(@Nullable String size) {
        return size != null && size.matches("\\d{1,18}") ? Long.parseLong(size) : 0;
    }
}
