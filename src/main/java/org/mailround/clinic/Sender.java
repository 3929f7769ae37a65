package org.mailround.clinic;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.EnvelopeSender;
import org.mailround.rfc.Mailbox;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The addresses that mail goes out under.
 *
 * @param from the From of every mail; its domain is the one that signs
 * @param replyTo where answers go; null for the From
 * @param publicUrl where the public pages are reached from outside, without a slash at the end; null where they are
 *     not, and then mail can be unsubscribed from by mail alone
 * @param bounces where reports of failure arrive; null where they go to the From
 * @param bouncesRead whether this program reads the mailbox that {@code bounces} names, or the From where it is null
 */
public record Sender(
        Mailbox from,
        @Nullable Mailbox replyTo,
        @Nullable URI publicUrl,
        @Nullable EnvelopeSender bounces,
        boolean bouncesRead) {

    /** The same, where nobody but people reads what comes back. */
    public Sender(Mailbox from, @Nullable Mailbox replyTo, @Nullable URI publicUrl, @Nullable EnvelopeSender bounces) {
        this(from, replyTo, publicUrl, bounces, false);
    }

    /** Where people leave by mail: to the mailbox that this program reads, and where it reads none to who is the From. */
    public EmailAddress unsubscribe() {
        return bounces != null && bouncesRead ? bounces.mailbox() : from.address();
    }

    /** The reverse-path of a mail whose failure need not be told from that of others. */
    public EmailAddress reversePath() {
        return bounces == null ? from.address() : bounces.mailbox();
    }

    /**
     * The reverse-path of one mail of many. Without an address for bounces it is the From: many mailboxes may send under
     * no other.
     *
     * @param token what a report of its failure will be known by
     */
    public EmailAddress reversePath(String token) {
        return bounces == null ? from.address() : bounces.with(token);
    }

    /** As it is written in the configuration, under {@code mailround}. */
    @ConfigurationProperties("mailround")
    record Settings(
            @Nullable String from,
            @Nullable String replyTo,
            @Nullable URI publicUrl,
            @Nullable Bounces bounces) {

        /** The part of {@code mailround.bounces} that every mail needs to know. */
        record Bounces(@Nullable String address, @Nullable String host) {}

        Sender sender() {
            if (from == null || from.isBlank()) {
                throw new IllegalArgumentException(
                        "mailround.from is missing: write the sender there, such as Riverside Clinic <news@clinic.example>");
            }
            return new Sender(
                    mailbox("mailround.from", from),
                    replyTo == null || replyTo.isBlank() ? null : mailbox("mailround.reply-to", replyTo),
                    publicUrl == null || publicUrl.toString().isBlank() ? null : checked(publicUrl),
                    bounces == null
                                    || bounces.address() == null
                                    || bounces.address().isBlank()
                            ? null
                            : envelopeSender(bounces.address()),
                    bounces != null && bounces.host() != null && !bounces.host().isBlank());
        }

        private static Mailbox mailbox(String key, String value) {
            try {
                return Mailbox.parse(value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "%s is no valid sender (%s): write it as Name <user@domain>".formatted(key, e.getMessage()), e);
            }
        }

        private static EnvelopeSender envelopeSender(String address) {
            try {
                return new EnvelopeSender(EmailAddress.parse(address));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "mailround.bounces.address cannot be used (%s): write a plain address, such as bounces@clinic.example"
                                .formatted(e.getMessage()),
                        e);
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
