package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.Mailround;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.report.Report;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What it costs that an attempt is durable before its final dot, and its outcome before the next: the same rounds with and
 * without the journal and the forced claims, in turns, to Postfix's {@code smtp-sink}. Run by {@code bench/durability}.
 */
@ParameterizedClass
@EnumSource
class DurabilityBenchmark {

    private static final int RECIPIENTS = Integer.getInteger("mailround.bench.recipients", 20_000);
    private static final int ROUNDS = Integer.getInteger("mailround.bench.rounds", 5);

    @Parameter
    Database database;

    @TempDir
    Path folder;

    @Test
    void measure() throws Exception {
        int port = freePort();
        Process sink = new ProcessBuilder("smtp-sink", "-u", "root", "127.0.0.1:" + port, "1000").start();
        try {
            awaitListening(port);
            compare(port);
        } finally {
            sink.destroy();
        }
    }

    private void compare(int port) throws IOException {
        List<Double> durable = new ArrayList<>();
        List<Double> forgetful = new ArrayList<>();
        try (ConfigurableApplicationContext with = start("with", port, Mailround.class);
                ConfigurableApplicationContext without = start("without", port, Mailround.class, Forgetful.class)) {
            for (int round = 0; round <= ROUNDS; round++) {
                double a = seconds(with, "with", round);
                double b = seconds(without, "without", round);
                if (round > 0) { // the first warms up
                    durable.add(a);
                    forgetful.add(b);
                }
            }
        }
        System.out.printf(
                "Durability, %s, %d recipients, 16 connections: %.0f messages/s with, %.0f without, ratio %.2f (%s with, %s without)%n",
                database,
                RECIPIENTS,
                RECIPIENTS / median(durable),
                RECIPIENTS / median(forgetful),
                median(forgetful) / median(durable),
                durable,
                forgetful);
    }

    private ConfigurableApplicationContext start(String name, int port, Class<?>... parts) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createSymbolicLink(home.resolve("templates"), Path.of("templates").toAbsolutePath());
        Files.createDirectories(home.resolve("articles"));
        Files.writeString(
                Files.createDirectories(home.resolve("subscribers")).resolve("many.csv"),
                IntStream.range(0, RECIPIENTS)
                        .mapToObj(i -> "p%d@d%d.example.com,Name%d".formatted(i, i % 200, i))
                        .collect(Collectors.joining("\n", "email,first_name\n", "\n")));
        Stream<String> ledger = database == Database.H2
                ? Stream.of()
                : Stream.of(
                        "--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user());
        return new SpringApplicationBuilder(parts)
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.config.location=classpath:/,file:config/",
                                        "--mailround.home=" + home,
                                        "--mailround.data-dir=" + home.resolve("data"),
                                        "--mailround.delivery.connections=16",
                                        "--spring.mail.host=127.0.0.1",
                                        "--spring.mail.port=" + port),
                                ledger)
                        .toArray(String[]::new));
    }

    private double seconds(ConfigurableApplicationContext house, String name, int round) throws IOException {
        Files.writeString(folder.resolve(name + "/articles/a" + round + ".txt"), "Number " + round + "\n\nA text.\n");
        Report report = house.getBean(Rounds.class)
                .run(new Mission.Digest("weekly-digest"))
                .report();
        assertThat(report.accepted()).isEqualTo(RECIPIENTS);
        return Objects.requireNonNull(report.steps().get("deliver"));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListening(int port) throws IOException {
        for (int attempt = 0; ; attempt++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (attempt > 10_000) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    /** All else being equal, nothing is durable before the ledger's own commits. */
    @Configuration(proxyBeanMethods = false)
    static class Forgetful {

        @Bean
        @Primary
        Scribe forgetfulScribe(Ownership ownership, Settlements settlements, Reconnecting reconnecting) {
            return new Scribe(ownership, settlements, reconnecting) {
                @Override
                void handsOver(Attempt attempt, String owner) {}

                @Override
                void settles(Settlement settlement, String owner) {
                    pend(settlement, owner);
                }
            };
        }

        @Bean
        @Primary
        Disk forgetfulDisk(JdbcTemplate jdbc, DatabaseKind database) {
            return new Disk(jdbc, database) {
                @Override
                void force() {}
            };
        }
    }
}
