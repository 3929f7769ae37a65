package org.mailround;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** A real SMTP server on a free loopback port that keeps what it accepted, and misbehaves where a test asks for it. */
public class TestRelay implements AutoCloseable {

    /** What the server kept. */
    public record Kept(String sender, String recipient, byte[] octets) {

        /** As Jakarta Mail reads it. */
        public MimeMessage message() {
            try {
                return new MimeMessage(
                        jakarta.mail.Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String messageId() {
            try {
                return message().getMessageID();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** How the server behaves; by itself it accepts everything. */
    public interface Behaviour {

        default void onSender(String sender) throws RejectException {}

        default void onRecipient(String recipient) throws RejectException {}

        /** When the content is under way, and none of it read. */
        default void beforeContent(String recipient) throws RejectException {}

        /** When the content is there: kept unless this throws. */
        default void onContent(String recipient) throws RejectException {}

        /** When the message is kept, and its reply not yet sent. */
        default void afterContent(String recipient) throws RejectException {}
    }

    /** The server closes the connection without a word. */
    public static RejectException hangUp() {
        return new DropConnectionException(421, "4.3.2 never heard");
    }

    private final List<Kept> kept = Collections.synchronizedList(new ArrayList<>());
    private final Phaser conversations = new Phaser(1);
    private final SMTPServer server;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Behaviour behaviour = new Behaviour() {};
    private volatile int allowedConnections = Integer.MAX_VALUE;

    public TestRelay() {
        this.server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("relay.example")
                .messageHandlerFactory(context -> new Handler((Session) context))
                .sessionHandler(new Door())
                .build();
        server.start();
    }

    public void behave(Behaviour asked) {
        this.behaviour = asked;
    }

    /** From now on so many clients get on at once; the others are greeted with 421. */
    public void allowConnections(int count) {
        this.allowedConnections = count;
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** Everything that was accepted, in its order. */
    public List<Kept> kept() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    /** Whom mail was accepted for, in alphabetical order. */
    public List<String> recipients() {
        return kept().stream().map(Kept::recipient).sorted().toList();
    }

    /** Waits for every open connection to end: what a killed client had sent may still be under way. */
    public void awaitQuiet() throws InterruptedException, TimeoutException {
        conversations.awaitAdvanceInterruptibly(conversations.arrive(), 1, TimeUnit.MINUTES);
    }

    public void forget() {
        kept.clear();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Door implements SessionHandler {

        @Override
        public SessionAcceptance accept(Session session) {
            if (connections.incrementAndGet() > allowedConnections) {
                connections.decrementAndGet();
                return SessionAcceptance.failure(421, "4.7.0 too many connections");
            }
            conversations.register();
            return SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(Session session) {
            connections.decrementAndGet();
            conversations.arriveAndDeregister();
        }
    }

    private interface Step {

        void run() throws RejectException;
    }

    private final class Handler implements MessageHandler {

        private final Session session;
        private String sender = "";
        private final List<String> recipients = new ArrayList<>();

        Handler(Session session) {
            this.session = session;
        }

        @Override
        public void from(String from) throws RejectException {
            step(() -> behaviour.onSender(from));
            sender = from;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            step(() -> behaviour.onRecipient(recipient));
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream content) throws RejectException, IOException {
            for (String recipient : recipients) {
                step(() -> behaviour.beforeContent(recipient));
            }
            byte[] octets = content.readAllBytes();
            for (String recipient : recipients) {
                step(() -> behaviour.onContent(recipient));
                kept.add(new Kept(sender, recipient, octets));
                step(() -> behaviour.afterContent(recipient));
            }
            return "2.0.0 Ok: queued as " + kept.size();
        }

        /** The library would say its 421 before it hangs up; on a closed socket it cannot. */
        private void step(Step step) throws RejectException {
            try {
                step.run();
            } catch (DropConnectionException e) {
                try {
                    session.closeSocket();
                } catch (IOException closing) {
                    e.addSuppressed(closing);
                }
                throw e;
            }
        }

        @Override
        public void done() {}
    }
}
