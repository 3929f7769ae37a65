package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrentImportTests extends OnEveryDatabase {

    @Test
    void twoImportsOfOneFileAtOnceTakeEachPersonOnce() throws Exception {
        String rows = IntStream.range(0, 5000)
                .mapToObj("p%d@example.com,Pat\n"::formatted)
                .collect(Collectors.joining());
        Path file = house.file("news.csv", "email,first_name\n" + rows);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<ImportResult> one = threads.submit(() -> importAfter(together, file));
            Future<ImportResult> other = threads.submit(() -> importAfter(together, file));

            assertThat(one.get().added() + other.get().added()).isEqualTo(5000);
            assertThat(one.get().unchanged() + other.get().unchanged()).isEqualTo(5000);
            assertThat(house.confirmed("news")).hasSize(5000);
        } finally {
            threads.shutdownNow();
        }
    }

    private ImportResult importAfter(CyclicBarrier together, Path file) throws Exception {
        together.await();
        return house.importFile(file);
    }
}
