package org.mailround.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailround.credential.Password;
import org.mailround.mailbox.MailboxSettings.Protocol;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.ssl.SslBundles;

/** Ways to read a mailbox on this machine, and a clerk that tells what it was given. */
final class TestMailbox {

    private TestMailbox() {}

    static ImapMailbox imap(int port) {
        return imap(server(Protocol.IMAP, port, "secret", Duration.ofSeconds(20)));
    }

    static ImapMailbox imap(MailboxServer server) {
        return new ImapMailbox(server, "INBOX", "Mailround judged", "Mailround set aside");
    }

    static MailboxServer server(Protocol protocol, int port, String password, Duration patience) {
        MailboxSettings settings = new MailboxSettings(
                "127.0.0.1", port, protocol, null, "bounces", password, null, null, null, null, null, null);
        return server(settings, password, patience);
    }

    static MailboxServer server(MailboxSettings settings) {
        return server(settings, "secret", Duration.ofSeconds(20));
    }

    private static MailboxServer server(MailboxSettings settings, String password, Duration patience) {
        return new MailboxAssembly(settings, new StaticListableBeanFactory().getBeanProvider(SslBundles.class))
                .server(
                        new Password(password, "check mailround.bounces.username and mailround.bounces.password"),
                        patience);
    }

    /** Takes what it is given as one thing or another, and remembers the subjects. */
    static class Clerk implements Function<byte[], Disposal> {

        final List<String> subjects = new CopyOnWriteArrayList<>();
        private final Function<String, @Nullable Disposal> behaviour;

        /** @param behaviour by subject; null for one that is judged */
        Clerk(Function<String, @Nullable Disposal> behaviour) {
            this.behaviour = behaviour;
        }

        @Override
        public Disposal apply(byte[] octets) {
            String subject = new String(octets, 0, Math.min(octets.length, 200), StandardCharsets.US_ASCII)
                    .replaceAll("(?s).*?Subject: ([^\r\n]*).*", "$1");
            subjects.add(subject);
            Disposal disposal = behaviour.apply(subject);
            return disposal == null ? Disposal.JUDGED : disposal;
        }
    }
}
