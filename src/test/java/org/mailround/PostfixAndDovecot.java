package org.mailround;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A real Postfix and a real Dovecot on loopback, where they are installed: see {@code src/test/peers/postfix-dovecot} for whose
 * mail comes back, and how.
 */
public class PostfixAndDovecot implements AutoCloseable {

    private static final Path SCRIPT = Path.of("src/test/peers/postfix-dovecot");

    private final Path folder;
    private final Properties ports = new Properties();

    /** @param folder of the test's own */
    public PostfixAndDovecot(Path folder) {
        this.folder = folder;
        if (run("start", folder.toString()) != 0) {
            throw new IllegalStateException("Postfix and Dovecot do not start: see " + log());
        }
        try (var lines = Files.newBufferedReader(folder.resolve("ports"))) {
            ports.load(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this machine has them, and lets us start them. */
    public static boolean isAvailable() {
        try {
            return new ProcessBuilder(SCRIPT.toString(), "available").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes mail from this machine without a login. */
    public int smtp() {
        return port("smtp");
    }

    /** Shows the mailbox {@code bounces@clinic.example}, with the password {@code secret}. */
    public int imap() {
        return port("imap");
    }

    /** The same mailbox as by IMAP. */
    public int pop3() {
        return port("pop3");
    }

    /** Where mail to {@code late.example} goes as soon as somebody listens there. */
    public int late() {
        return port("late");
    }

    private int port(String name) {
        return Integer.parseInt(ports.getProperty(name));
    }

    private int run(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = SCRIPT.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            // daemons keep what they were given open: it must be no pipe
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private Path log() {
        return folder.resolve("postfix-dovecot.log");
    }

    @Override
    public void close() {
        run("stop", folder.toString());
    }
}
