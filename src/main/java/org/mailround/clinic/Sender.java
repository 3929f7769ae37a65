package org.mailround.clinic;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.Mailbox;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The addresses that mail goes out under.
 *
 * @param from the From of every mail; its domain is the one that signs
 * @param replyTo where answers go; null for the From
 * @param publicUrl where the public pages are reached from outside, without a slash at the end; null where they are
 *     not, and then mail can be unsubscribed from by mail alone
 */
public record Sender(
        Mailbox from, @Nullable Mailbox replyTo, @Nullable URI publicUrl) {

    /** As it is written in the configuration, under {@code mailround}. */
    @ConfigurationProperties("mailround")
    record Settings(
            @Nullable String from,
            @Nullable String replyTo,
            @Nullable URI publicUrl) {

        Sender sender() {
            if (from == null || from.isBlank()) {
                throw new IllegalArgumentException(
                        "mailround.from is missing: write the sender there, such as Riverside Clinic <news@clinic.example>");
            }
            return new Sender(
                    mailbox("mailround.from", from),
                    replyTo == null || replyTo.isBlank() ? null : mailbox("mailround.reply-to", replyTo),
                    publicUrl == null || publicUrl.toString().isBlank() ? null : checked(publicUrl));
        }

        private static Mailbox mailbox(String key, String value) {
            try {
                return Mailbox.parse(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "%s is no valid sender (%s): write it as Name <user@domain>".formatted(key, e.getMessage()), e);
            }
        }

        private static URI checked(URI url) {
            boolean https = "https".equalsIgnoreCase(url.getScheme());
            boolean loopback = "http".equalsIgnoreCase(url.getScheme()) && isLoopback(url.getHost());
            if (url.getHost() == null || !(https || loopback)) {
                throw new IllegalArgumentException(
                        "mailround.public-url is %s: it must begin with https:// (http:// is for loopback alone)"
                                .formatted(url));
            }
            String text = url.toString();
            return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
        }

        private static boolean isLoopback(@Nullable String host) {
            try {
                return host != null && InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }
}
