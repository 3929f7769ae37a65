package org.mailround.preflight;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;
import org.xbill.DNS.lookup.ServerFailedException;

/** What the DNS says now; each question is asked once. */
final class Dns {

    private final LookupSession session;
    private final String server;
    private final Deadline deadline;
    private final Map<String, List<Record>> answers = new ConcurrentHashMap<>();

    /** @param server who is asked, for people */
    Dns(LookupSession session, String server, Deadline deadline) {
        this.session = session;
        this.server = server;
        this.deadline = deadline;
    }

    /**
     * The TXT records of a name, the strings of each put together; empty where there is none.
     *
     * @throws SilentDnsException if nobody can say
     */
    List<String> txt(String name) {
        return ask(name, Type.TXT).stream()
                .map(record -> text((TXTRecord) record))
                .toList();
    }

    /** The hosts that take mail for a domain; “.” says that nobody does (RFC 7505). */
    List<String> mx(String domain) {
        return ask(domain, Type.MX).stream()
                .map(record -> ((MXRecord) record).getTarget())
                .map(target -> target.equals(Name.root) ? "." : target.toString(true))
                .toList();
    }

    /** The addresses of a host, IPv4 and IPv6. */
    List<byte[]> addresses(String host) {
        Stream<byte[]> four = ask(host, Type.A).stream()
                .map(record -> ((ARecord) record).getAddress().getAddress());
        Stream<byte[]> six = ask(host, Type.AAAA).stream()
                .map(record -> ((AAAARecord) record).getAddress().getAddress());
        return Stream.concat(four, six).toList();
    }

    private static String text(TXTRecord record) {
        StringBuilder text = new StringBuilder();
        record.getStringsAsByteArrays()
                .forEach(octets -> text.append(new String((byte[]) octets, StandardCharsets.UTF_8)));
        return text.toString();
    }

    private List<Record> ask(String name, int type) {
        String question = name + " " + Type.string(type);
        List<Record> known = answers.get(question);
        if (known == null) {
            known = answer(name, type);
            answers.put(question, known);
        }
        return known;
    }

    private List<Record> answer(String name, int type) {
        Name absolute;
        try {
            absolute = Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            return List.of();
        }
        try {
            return session
                    .lookupAsync(absolute, type)
                    .toCompletableFuture()
                    .get(deadline.left().toMillis(), TimeUnit.MILLISECONDS)
                    .getRecords()
                    .stream()
                    .filter(record -> record.getType() == type)
                    .toList();
        } catch (ExecutionException e) {
            return answer(name, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw silent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent(e);
        }
    }

    private List<Record> answer(String name, Throwable failure) {
        if (failure instanceof NoSuchDomainException || failure instanceof NoSuchRRSetException) {
            return List.of();
        }
        // a broken zone, such as one signed wrongly, is that domain's own
        if (failure instanceof ServerFailedException || failure instanceof LookupFailedException) {
            throw new SilentDnsException(
                    "The DNS cannot say what there is of %s: ask whoever runs that domain whether it is in order."
                            .formatted(name),
                    false,
                    failure);
        }
        throw silent(failure);
    }

    private SilentDnsException silent(Throwable cause) {
        return new SilentDnsException(
                "The DNS server %s does not answer: check the network, or name another by mailround.dns.server."
                        .formatted(server),
                true,
                cause);
    }
}
