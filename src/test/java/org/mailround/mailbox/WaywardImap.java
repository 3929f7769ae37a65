package org.mailround.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An IMAP server with one mailbox on a free loopback port, that lacks, refuses and breaks what a test asks for. */
class WaywardImap implements AutoCloseable {

    /** A message; flags in lower case. */
    record Mail(long uid, byte[] octets, Set<String> flags) {}

    final Map<String, List<Mail>> folders = new ConcurrentHashMap<>(Map.of("INBOX", new CopyOnWriteArrayList<>()));
    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> secrets = new CopyOnWriteArrayList<>();

    volatile String capabilities = "UIDPLUS MOVE NAMESPACE UNSELECT";
    volatile String namespace = "";
    volatile Predicate<String> mayCreate = name -> true;
    volatile Predicate<String> letsIn = secret -> true;
    volatile String permanentFlags = "\\Answered \\Flagged \\Deleted \\Seen \\*";
    volatile Predicate<Mail> gives = mail -> true;
    volatile BooleanSupplier moves = () -> true;
    volatile boolean silent;

    /** Told the number of each fetch of octets, from 1 on; may take away, add, or hang up by throwing. */
    volatile IntConsumer beforeFetch = fetch -> {};

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private final boolean tlsFromTheStart;
    private final AtomicInteger fetches = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    WaywardImap() {
        this(null, false);
    }

    /** @param tls null where it speaks none */
    WaywardImap(@Nullable SSLContext tls, boolean fromTheStart) {
        this.tls = tls;
        this.tlsFromTheStart = fromTheStart;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accept);
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "wayward-imap");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    void arrive(int count) {
        List<Mail> inbox = inbox();
        for (int i = 0; i < count; i++) {
            long uid = inbox.isEmpty() ? 101 : inbox.get(inbox.size() - 1).uid() + 1;
            byte[] octets = "Subject: %d\r\n\r\nText\r\n".formatted(uid).getBytes(StandardCharsets.US_ASCII);
            inbox.add(new Mail(uid, octets, ConcurrentHashMap.newKeySet()));
        }
    }

    List<Mail> inbox() {
        return Objects.requireNonNull(folders.get("INBOX"));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                thread(() -> new Conversation(socket).run());
            } catch (IOException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private class Conversation {

        private Socket socket;
        private BufferedReader in = new BufferedReader(Reader.nullReader());
        private OutputStream out = OutputStream.nullOutputStream();
        private List<Mail> seen = List.of();

        Conversation(Socket socket) {
            this.socket = socket;
        }

        void run() {
            Socket accepted = socket;
            try (accepted) {
                speak(tlsFromTheStart ? covered() : socket);
                if (silent) {
                    in.readLine();
                    return;
                }
                say("* OK ready");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    answer(line);
                }
            } catch (IOException | IllegalStateException e) {
                // the other side, or the test, hung up
            }
        }

        private Socket covered() throws IOException {
            SSLSocket covered = (SSLSocket)
                    Objects.requireNonNull(tls).getSocketFactory().createSocket(socket, null, socket.getPort(), true);
            covered.setUseClientMode(false);
            return covered;
        }

        private void speak(Socket over) throws IOException {
            socket = over;
            in = new BufferedReader(new InputStreamReader(over.getInputStream(), StandardCharsets.ISO_8859_1));
            out = over.getOutputStream();
        }

        private void answer(String line) throws IOException {
            String[] parts = line.split(" ", 3);
            String tag = parts[0];
            String command = parts[1].toUpperCase(Locale.ROOT);
            String rest = parts.length > 2 ? parts[2] : "";
            if (command.equals("UID")) {
                String[] more = rest.split(" ", 2);
                command = "UID " + more[0].toUpperCase(Locale.ROOT);
                rest = more[1];
            }
            commands.add(command.equals("LOGIN") ? command : command + " " + rest);
            say(tag + " " + result(command, rest));
            if (command.equals("STARTTLS")) {
                speak(covered());
            }
        }

        private String result(String command, String rest) throws IOException {
            switch (command) {
                case "CAPABILITY" -> {
                    String starttls =
                            tls != null && !tlsFromTheStart && !(socket instanceof SSLSocket) ? " STARTTLS" : "";
                    say("* CAPABILITY IMAP4rev1 " + capabilities + starttls);
                }
                case "LOGIN" -> {
                    return letIn(words(rest).get(1));
                }
                case "AUTHENTICATE" -> {
                    say("+ ");
                    return authenticated(in.readLine());
                }
                case "NAMESPACE" -> say("* NAMESPACE ((\"%s\" \".\")) NIL NIL".formatted(namespace));
                case "LIST" -> list(words(rest).get(1));
                case "CREATE" -> {
                    String name = words(rest).get(0);
                    if (!mayCreate.test(name)) {
                        return "NO not here";
                    }
                    folders.putIfAbsent(name, new CopyOnWriteArrayList<>());
                }
                case "SELECT" -> {
                    seen = new ArrayList<>(inbox());
                    say("* %d EXISTS".formatted(seen.size()));
                    say("* 0 RECENT");
                    say("* FLAGS (\\Answered \\Flagged \\Deleted \\Seen)");
                    say("* OK [UIDVALIDITY 1] valid");
                    say("* OK [PERMANENTFLAGS (%s)] kept".formatted(permanentFlags));
                    return "OK [READ-WRITE] opened";
                }
                case "NOOP" -> news();
                case "UID SEARCH" -> say("* SEARCH" + found(rest));
                case "UID FETCH" -> {
                    return octets(rest);
                }
                case "UID STORE" -> {
                    String[] flags = rest.substring(rest.indexOf('(') + 1, rest.indexOf(')'))
                            .toLowerCase(Locale.ROOT)
                            .split(" ");
                    named(rest).forEach(mail -> mail.flags().addAll(List.of(flags)));
                }
                case "UID COPY", "UID MOVE" -> {
                    List<Mail> to = folders.get(words(rest).get(1));
                    if (to == null || !moves.getAsBoolean()) {
                        return "NO not now";
                    }
                    to.addAll(named(rest));
                    if (command.equals("UID MOVE")) {
                        expunge(named(rest));
                    }
                }
                case "EXPUNGE" -> expunge(deleted());
                case "UID EXPUNGE" ->
                    expunge(deleted().stream().filter(named(rest)::contains).toList());
                default -> {}
            }
            return "OK done";
        }

        private String letIn(String secret) {
            secrets.add(secret);
            return letsIn.test(secret) ? "OK welcome" : "NO [AUTHENTICATIONFAILED] ana@clinic.example is unknown";
        }

        private String authenticated(String line) throws IOException {
            String said = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
            String result = letIn(said.replaceAll("(?s).*auth=Bearer ([^\u0001]*).*", "$1"));
            if (result.startsWith("NO")) {
                say("+ eyJzdGF0dXMiOiI0MDEifQ==");
                in.readLine();
            }
            return result;
        }

        private void list(String name) throws IOException {
            if (name.isEmpty()) {
                say("* LIST (\\Noselect) \".\" \"\"");
            } else if (folders.containsKey(name)) {
                say("* LIST () \".\" \"%s\"".formatted(name));
            }
        }

        /** What others did meanwhile. */
        private void news() throws IOException {
            for (int i = seen.size() - 1; i >= 0; i--) {
                if (!inbox().contains(seen.get(i))) {
                    seen.remove(i);
                    say("* %d EXPUNGE".formatted(i + 1));
                }
            }
            inbox().stream().filter(mail -> !seen.contains(mail)).forEach(seen::add);
            say("* %d EXISTS".formatted(seen.size()));
        }

        private String found(String keys) {
            List<String> words = words(keys);
            return seen.stream()
                    .filter(mail -> inbox().contains(mail) && isFound(mail, words))
                    .map(mail -> " " + mail.uid())
                    .collect(Collectors.joining());
        }

        private static boolean isFound(Mail mail, List<String> keys) {
            boolean found = true;
            for (int i = 0; i < keys.size(); i++) {
                String key = keys.get(i).toLowerCase(Locale.ROOT);
                if (key.equals("uid")) {
                    found &= List.of(keys.get(++i).split(",")).contains(Long.toString(mail.uid()));
                } else if (key.equals("unkeyword")) {
                    found &= !mail.flags().contains(keys.get(++i).toLowerCase(Locale.ROOT));
                } else if (key.startsWith("un")) {
                    found &= !mail.flags().contains("\\" + key.substring(2));
                } else {
                    found &= mail.flags().contains("\\" + key);
                }
            }
            return found;
        }

        private String octets(String rest) throws IOException {
            String[] range = rest.replaceAll(".*<(.*)>.*", "$1").split("\\.");
            for (Mail mail : named(rest)) {
                beforeFetch.accept(fetches.incrementAndGet());
                if (!gives.test(mail)) {
                    return "NO that one is damaged";
                }
                int begin = Math.min(mail.octets().length, Integer.parseInt(range[0]));
                int length = Math.min(mail.octets().length - begin, Integer.parseInt(range[1]));
                say("* %d FETCH (UID %d BODY[]<%d> {%d}".formatted(seen.indexOf(mail) + 1, mail.uid(), begin, length));
                out.write(mail.octets(), begin, length);
                say(")");
            }
            return "OK done";
        }

        private List<Mail> deleted() {
            return seen.stream()
                    .filter(mail -> mail.flags().contains("\\deleted"))
                    .toList();
        }

        private void expunge(List<Mail> mails) throws IOException {
            for (int i = seen.size() - 1; i >= 0; i--) {
                if (mails.contains(seen.get(i))) {
                    inbox().remove(seen.remove(i));
                    say("* %d EXPUNGE".formatted(i + 1));
                }
            }
        }

        /** Those of a set that are still there. */
        private List<Mail> named(String rest) {
            List<String> set = List.of(words(rest).get(0).split(","));
            return seen.stream()
                    .filter(mail -> inbox().contains(mail) && set.contains(Long.toString(mail.uid())))
                    .toList();
        }

        private static List<String> words(String rest) {
            List<String> words = new ArrayList<>();
            Matcher matcher =
                    Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)").matcher(rest);
            while (matcher.find()) {
                words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
            return words;
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
