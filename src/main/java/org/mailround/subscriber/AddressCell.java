package org.mailround.subscriber;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * A cell of addresses as exports have them: {@code ana@example.com}, {@code Ana Smith <ana@example.com>}, or the link that a
 * spreadsheet makes.
 *
 * @param name what stands before the address; null where nothing does
 */
record AddressCell(EmailAddress address, @Nullable String name) {

    private static final Pattern NAMED =
            Pattern.compile("\\s*+\"?(?<name>[^\"<>@]*+)\"?\\s*+<(?<address>[^<>]*+)>\\s*+");
    private static final String LINK = "mailto:";

    /** @throws IllegalArgumentException if there is no address that mail can be sent to; it does not repeat the cell */
    static AddressCell read(String cell) {
        if (cell.isBlank()) {
            throw new IllegalArgumentException("the email is missing");
        }
        Matcher named = NAMED.matcher(cell);
        if (cell.indexOf('<') >= 0 && named.matches()) {
            String name = named.group("name");
            return new AddressCell(EmailAddress.parse(bare(named.group("address"))), name.isBlank() ? null : name);
        }
        return new AddressCell(EmailAddress.parse(bare(cell)), null);
    }

    private static String bare(String text) {
        String address = text.strip();
        return address.regionMatches(true, 0, LINK, 0, LINK.length()) ? address.substring(LINK.length()) : address;
    }
}
