package org.mailround.message;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The second phase with a signature by a key of 2048 bits: by the JDK, and by native code where it can be loaded. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Thread)
public class SignBenchmark {

    private static final Path KEYS = Path.of("src/test/resources/message/keys");
    private static final Recipient ANA = Digest.recipient(1);

    @Param({"jdk", "native"})
    private String code = "";

    private Mailing mailing = new Digest(Dkim.none()).mailing();
    private long millis;

    @Setup
    public void sign() {
        Dkim dkim = Dkim.of(
                new DkimSettings("news1", "pkcs8.pem"),
                "clinic.example",
                KEYS,
                key -> code.equals("jdk") ? new Rsa(key, null) : NativeRsa.orElseJdk(key));
        mailing = new Digest(dkim).mailing();
    }

    @Benchmark
    public byte[] octets() {
        return mailing.octets(ANA, Instant.ofEpochMilli(millis++));
    }
}
