import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A relay on 127.0.0.1 that takes every mail and keeps none, as quick as it can be. It offers PIPELINING, can speak TLS, and
 * can answer as over a line with a round trip of its own.
 *
 * <pre>java bench/wire/Sink.java --port N [--delay 20ms] [--starttls KEYSTORE PASSWORD] [--no-pipelining]</pre>
 *
 * <p>It says on stderr when it listens, and on SIGTERM what it took, as {@code {"messages":N,"bytes":M}}.
 */
public class Sink {

    private static final LongAdder messages = new LongAdder();
    private static final LongAdder bytes = new LongAdder();

    private int port;
    private Duration delay = Duration.ZERO;
    private SSLContext tls;
    private boolean pipelining = true;

    public static void main(String[] args) throws Exception {
        new Sink(args).listen();
    }

    Sink(String[] args) throws Exception {
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--port" -> port = Integer.parseInt(args[++i]);
                case "--delay" -> delay = Duration.parse("PT" + seconds(args[++i]) + "S");
                case "--starttls" -> tls = context(args[++i], args[++i].toCharArray());
                case "--no-pipelining" -> pipelining = false;
                default -> throw new IllegalArgumentException("what is " + args[i] + "?");
            }
        }
    }

    private static String seconds(String written) {
        return written.endsWith("ms")
                ? Double.toString(Double.parseDouble(written.replace("ms", "")) / 1000)
                : written.replace("s", "");
    }

    private static SSLContext context(String store, char[] password) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void listen() throws IOException {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> System.out.printf("{\"messages\":%d,\"bytes\":%d}%n", messages.sum(), bytes.sum())));
        ScheduledExecutorService line = new ScheduledThreadPoolExecutor(1);
        try (ServerSocket server = new Listener(port)) {
            System.err.println("listening on " + server.getLocalPort());
            while (true) {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                Thread thread = new Thread(() -> serve(client, line));
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private void serve(Socket client, ScheduledExecutorService line) {
        try (client) {
            Conversation conversation = new Conversation(client, line);
            conversation.reply("220 sink.example ESMTP");
            conversation.go();
        } catch (IOException e) {
            // hung up
        }
    }

    /** TLS reads the head of a record, and then its body: below it both are read at once, and some records more. */
    private static class Listener extends ServerSocket {

        Listener(int port) throws IOException {
            super(port, 1000, InetAddress.getByName("127.0.0.1"));
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = new Socket() {

                private InputStream in;

                @Override
                public synchronized InputStream getInputStream() throws IOException {
                    if (in == null) {
                        in = new BufferedInputStream(super.getInputStream(), 1 << 16);
                    }
                    return in;
                }
            };
            implAccept(socket);
            return socket;
        }
    }

    /** What is said on one connection, by a thread of its own: a selector costs more than it saves where all are busy. */
    private class Conversation {

        private final ScheduledExecutorService line;
        private final byte[] buffer = new byte[1 << 17];
        private final StringBuilder replies = new StringBuilder();
        private final Content content = new Content();
        private Socket socket;
        private InputStream in;
        private OutputStream out;
        private int begin;
        private int end;
        private boolean over;

        Conversation(Socket socket, ScheduledExecutorService line) throws IOException {
            this.line = line;
            over(socket);
        }

        private void over(Socket spoken) throws IOException {
            socket = spoken;
            in = spoken.getInputStream();
            out = spoken.getOutputStream();
        }

        void reply(String reply) {
            replies.append(reply).append("\r\n");
        }

        void go() throws IOException {
            send();
            while (!over) {
                int read = in.read(buffer, end, buffer.length - end);
                if (read < 0) {
                    return;
                }
                end += read;
                take();
                send();
            }
        }

        private void take() throws IOException {
            while (begin < end) {
                if (content.isAwaited()) {
                    int next = content.take(buffer, begin, end);
                    bytes.add(next - begin);
                    begin = next;
                    if (!content.isAwaited()) {
                        messages.increment();
                        reply("250 2.0.0 kept");
                    }
                    continue;
                }
                int lineEnd = begin;
                while (lineEnd < end && buffer[lineEnd] != '\n') {
                    lineEnd++;
                }
                if (lineEnd == end) {
                    break;
                }
                int command = begin;
                begin = lineEnd + 1;
                answer(command, lineEnd - command);
            }
            System.arraycopy(buffer, begin, buffer, 0, end - begin);
            end -= begin;
            begin = 0;
        }

        private void answer(int command, int length) throws IOException {
            switch (new String(buffer, command, Math.min(4, length), StandardCharsets.US_ASCII)
                    .toUpperCase(Locale.ROOT)) {
                case "MAIL" -> reply("250 2.1.0 Ok");
                case "RCPT" -> reply("250 2.1.5 Ok");
                case "DATA" -> {
                    content.await();
                    reply("354 End data with <CR><LF>.<CR><LF>");
                }
                case "EHLO" -> greet();
                case "STAR" -> startTls();
                case "QUIT" -> {
                    reply("221 2.0.0 Bye");
                    over = true;
                }
                default -> reply("250 2.0.0 Ok");
            }
        }

        private void greet() {
            reply("250-sink.example");
            if (tls != null && !(socket instanceof SSLSocket)) {
                reply("250-STARTTLS");
            }
            if (pipelining) {
                reply("250-PIPELINING");
            }
            reply("250-8BITMIME");
            reply("250 SIZE 100000000");
        }

        private void startTls() throws IOException {
            out.write("220 2.0.0 go on\r\n".getBytes(StandardCharsets.US_ASCII));
            SSLSocket wrapped = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
            wrapped.startHandshake();
            over(wrapped);
        }

        /** All replies to what arrived together leave together, after the time that the line takes. */
        private void send() throws IOException {
            if (replies.length() == 0) {
                return;
            }
            byte[] said = replies.toString().getBytes(StandardCharsets.US_ASCII);
            replies.setLength(0);
            if (delay.isZero()) {
                out.write(said);
                return;
            }
            OutputStream to = out;
            var sent = line.schedule(() -> write(to, said), delay.toNanos(), TimeUnit.NANOSECONDS);
            if (over) {
                await(sent);
            }
        }

        private static void write(OutputStream to, byte[] said) {
            try {
                to.write(said);
            } catch (IOException e) {
                // hung up, which its reader sees too
            }
        }

        private static void await(java.util.concurrent.Future<?> sent) throws IOException {
            try {
                sent.get();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }

    /** Looks for the line with the final dot, eight octets at a time where no line ends. */
    private static class Content {

        private static final VarHandle EIGHT =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final long LINE_FEEDS = 0x0A0A_0A0A_0A0A_0A0AL;
        private static final byte[] END = {'\n', '.', '\r', '\n'};
        private static final int NONE = -1;

        private int matched = NONE;

        void await() {
            matched = 1;
        }

        boolean isAwaited() {
            return matched != NONE;
        }

        /** The first that is not content. */
        int take(byte[] buffer, int begin, int end) {
            int at = begin;
            while (at < end) {
                if (matched == 0) {
                    at = lineFeed(buffer, at, end);
                    if (at == end) {
                        return end;
                    }
                }
                byte octet = buffer[at++];
                matched = octet == END[matched] ? matched + 1 : octet == '\n' ? 1 : 0;
                if (matched == END.length) {
                    matched = NONE;
                    return at;
                }
            }
            return end;
        }

        private static int lineFeed(byte[] buffer, int begin, int end) {
            int at = begin;
            for (; at + Long.BYTES <= end; at += Long.BYTES) {
                long differs = (long) EIGHT.get(buffer, at) ^ LINE_FEEDS;
                long zero = (differs - 0x0101_0101_0101_0101L) & ~differs & 0x8080_8080_8080_8080L;
                if (zero != 0) {
                    return at + (Long.numberOfTrailingZeros(zero) >>> 3);
                }
            }
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            return at;
        }
    }
}
