package org.mailround;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server on a free loopback port that keeps what it accepted, and misbehaves where a test asks for it. */
public class TestRelay implements AutoCloseable {

    /** What the server kept. */
    public record Kept(String sender, String recipient, byte[] octets) {

        /** As Jakarta Mail reads it. */
        public MimeMessage message() {
            try {
                return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** How the server behaves; by itself it accepts everything. */
    public interface Behaviour {

        default void onSender(String sender) throws RejectException {}

        default void onRecipient(String recipient) throws RejectException {}

        /** When the content is there: kept unless this throws. */
        default void onContent(String recipient) throws RejectException {}

        /** When the message is kept, and its reply not yet sent. */
        default void afterContent(String recipient) throws RejectException {}
    }

    /** The server closes the connection without a word. */
    public static RejectException hangUp() {
        return new DropConnectionException(421, "4.3.2 closing");
    }

    private final List<Kept> kept = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile Behaviour behaviour = new Behaviour() {};

    public TestRelay() {
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("relay.example")
                .messageHandlerFactory(context -> new Handler())
                .build();
        server.start();
    }

    public void behave(Behaviour asked) {
        this.behaviour = asked;
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** Everything that was accepted, in its order. */
    public List<Kept> kept() {
        return List.copyOf(kept);
    }

    /** Whom mail was accepted for, in alphabetical order. */
    public List<String> recipients() {
        return kept.stream().map(Kept::recipient).sorted().toList();
    }

    public void forget() {
        kept.clear();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private String sender = "";
        private final List<String> recipients = new ArrayList<>();

        @Override
        public void from(String from) throws RejectException {
            behaviour.onSender(from);
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            behaviour.onRecipient(recipient);
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream content) throws RejectException {
            try {
                byte[] octets = content.readAllBytes();
                for (String recipient : recipients) {
                    behaviour.onContent(recipient);
                    kept.add(new Kept(sender, recipient, octets));
                    behaviour.afterContent(recipient);
                }
                return "2.0.0 Ok: queued as " + kept.size();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void done() {}
    }
}
