package org.mailround.message;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The second phase: one mail of an edition, complete but for its signature. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Thread)
public class MergeBenchmark {

    private Digest digest = new Digest(Dkim.none());
    private Mailing mailing = digest.mailing();
    private Recipient[] recipients = new Recipient[1000];
    private long id;

    @Setup
    public void address() {
        for (int i = 0; i < recipients.length; i++) {
            recipients[i] = Digest.recipient(i + 1);
        }
        System.err.println("octets a mail: " + octets().length);
    }

    @Benchmark
    public byte[] octets() {
        id++;
        return mailing.octets(recipients[(int) (id % recipients.length)], Instant.ofEpochMilli(id));
    }

    /** What all mails of an edition share: once a shift. */
    @Benchmark
    public Mailing prepare() {
        return digest.mailing();
    }
}
