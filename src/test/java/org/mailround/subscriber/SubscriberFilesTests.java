package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriberFilesTests {

    @TempDir
    Path home;

    Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("subscribers"));
    }

    @Test
    void aFileIsNamedLikeItsList() throws IOException {
        Path news = Files.createFile(folder.resolve("Weekly-News.CSV"));
        Path all = Files.createFile(folder.resolve("all.2024.csv"));

        SubscriberFiles files = new SubscriberFiles(home);

        assertThat(files.all())
                .containsExactly(new SubscriberFile("all.2024", all), new SubscriberFile("weekly-news", news));
        assertThat(files.find("WEEKLY-news")).contains(news);
        assertThat(files.find("other")).isEmpty();
    }

    @Test
    void hiddenAndOtherFilesAreNoLists() throws IOException {
        Files.createFile(folder.resolve("._news.csv"));
        Files.createFile(folder.resolve("news.csv.bak"));
        Files.createDirectory(folder.resolve("old.csv"));

        assertThat(new SubscriberFiles(home).all()).isEmpty();
    }

    @Test
    void aMissingFolderHasNoLists() {
        assertThat(new SubscriberFiles(home.resolve("elsewhere")).all()).isEmpty();
    }

    @Test
    void refusesANameThatNoListMayHave() throws IOException {
        Path file = Files.createFile(folder.resolve("my list.csv"));

        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> new SubscriberFiles(home).all())
                .withMessage(
                        file + " cannot name a list: rename it, using letters a to z, digits, and . _ - between them");
    }

    @Test
    void refusesTwoFilesOfOneList() throws IOException {
        Files.createFile(folder.resolve("news.csv"));
        Files.createFile(folder.resolve("news.CSV"));

        assertThatExceptionOfType(UnreadableCsvException.class)
                .isThrownBy(() -> new SubscriberFiles(home).all())
                .withMessageContaining("name the same list: rename one of them");
    }
}
