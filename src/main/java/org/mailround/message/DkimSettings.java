package org.mailround.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mail is signed. Neither is set, and mail goes out unsigned; or both.
 *
 * @param selector under which the public key is found in the DNS (RFC 6376 section 3.1)
 * @param key the file of the private key, a PEM; relative to {@code mailround.home}
 */
@ConfigurationProperties("mailround.dkim")
record DkimSettings(@Nullable String selector, @Nullable String key) {

    private static final Pattern SELECTOR = Pattern.compile(
            "(?!.{64})[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    DkimSettings {
        selector = given(selector);
        key = given(key);
        if (selector == null && key != null) {
            throw new IllegalArgumentException(
                    "mailround.dkim.selector is missing beside mailround.dkim.key: write the name there under which the"
                            + " public key is in the DNS");
        }
        if (selector != null && key == null) {
            throw new IllegalArgumentException(
                    "mailround.dkim.key is missing beside mailround.dkim.selector: write the file of the private key"
                            + " there; ./mailround dkim-key makes one");
        }
        if (selector != null && !isSelector(selector)) {
            throw new IllegalArgumentException(
                    "mailround.dkim.selector is %s: write letters, digits and hyphens, such as mailround1"
                            .formatted(selector));
        }
    }

    /** Of what every name in the DNS may be made; RFC 6376 allows no more. */
    static boolean isSelector(String selector) {
        return SELECTOR.matcher(selector).matches();
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
