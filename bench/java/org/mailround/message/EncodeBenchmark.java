package org.mailround.message;

import java.util.concurrent.TimeUnit;
import org.mailround.rfc.EmailAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is encoded for each mail (a value of a slot, a name in a header), and once for all of them (the HTML part). */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class EncodeBenchmark {

    private final EmailAddress address = EmailAddress.parse("ana.lopez@example.com");
    private final String html = new Digest(Dkim.none()).variant.html();

    private String slot = "Hi Ana López,";
    private String plainName = "Ana Lopez";
    private String name = "Ana López";
    private String arabicName = "محمد عبد الله";

    @Benchmark
    public byte[] slot() {
        return QuotedPrintable.encode(slot);
    }

    @Benchmark
    public byte[] plainName() {
        return new Headers().mailbox("To", plainName, address).octets();
    }

    @Benchmark
    public byte[] name() {
        return new Headers().mailbox("To", name, address).octets();
    }

    @Benchmark
    public byte[] arabicName() {
        return new Headers().mailbox("To", arabicName, address).octets();
    }

    @Benchmark
    public byte[] wholePart() {
        return QuotedPrintable.encode(Clean.text(html));
    }
}
