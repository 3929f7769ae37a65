package org.mailround;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A DNS server on a free loopback port that knows what a test tells it, and says of everything else that it is not there. */
public class TestNameServer implements AutoCloseable {

    private final DatagramSocket socket;
    private final Map<Name, List<Record>> records = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int rcode = Rcode.NOERROR;

    public TestNameServer() {
        try {
            this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** As {@code mailround.dns.server} takes it. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public TestNameServer txt(String name, String text) {
        List<String> strings = new ArrayList<>(List.of(text.split("(?<=\\G.{200})")));
        return add(new TXTRecord(name(name), DClass.IN, 60, strings));
    }

    public TestNameServer mx(String name, String host) {
        return add(new MXRecord(name(name), DClass.IN, 60, 10, name(host)));
    }

    public TestNameServer a(String name, String address) {
        try {
            return add(new ARecord(name(name), DClass.IN, 60, InetAddress.getByName(address)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestNameServer cname(String name, String target) {
        return add(new CNAMERecord(name(name), DClass.IN, 60, name(target)));
    }

    /** Forgets every record of a name. */
    public TestNameServer without(String name) {
        records.remove(name(name));
        return this;
    }

    /** From now on every question is answered by this, such as {@link Rcode#SERVFAIL}; -1 for no answer at all. */
    public TestNameServer failWith(int code) {
        this.rcode = code;
        return this;
    }

    /** What was asked for, in its order. */
    public List<String> asked() {
        return asked;
    }

    private TestNameServer add(Record record) {
        records.computeIfAbsent(record.getName(), name -> new CopyOnWriteArrayList<>())
                .add(record);
        return this;
    }

    private static Name name(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())));
                if (rcode >= 0) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (SocketException e) {
                // the test is over
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private byte[] answer(Message query) {
        Record question = query.getQuestion();
        asked.add(question.getName() + " " + Type.string(question.getType()));
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        List<Record> known = records.getOrDefault(question.getName(), List.of());
        answer.getHeader().setRcode(rcode > 0 ? rcode : known.isEmpty() ? Rcode.NXDOMAIN : Rcode.NOERROR);
        known.stream()
                .filter(record -> record.getType() == question.getType() || record instanceof CNAMERecord)
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        return answer.toWire();
    }

    @Override
    public void close() {
        socket.close();
    }
}
