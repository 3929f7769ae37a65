package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.clinic.Clinic;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ArticleRoomTests {

    @TempDir
    Path home;

    DataSource database = Database.H2.migrated();
    ApplicationContextRunner room = new ApplicationContextRunner()
            .withUserConfiguration(Room.class)
            .withBean(JdbcClient.class, () -> JdbcClient.create(database))
            .withBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database))
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(Clinic.class, () -> SourcesFixture.CLINIC);

    @Test
    void readsTheFoldersOfItsHome() throws Exception {
        Files.createDirectory(home.resolve("texts"));
        Files.writeString(home.resolve("texts/a.md"), "# A\n\nText.");

        room.withPropertyValues(
                        "mailround.home=" + home,
                        "mailround.sources[0].name=Own",
                        "mailround.sources[0].folder=texts",
                        "mailround.sources[0].topics=news")
                .run(context -> {
                    assertThat(context.getBean(Collector.class).collect().added())
                            .isOne();
                    Article article =
                            context.getBean(Articles.class).withIds(List.of(1L)).get(0);
                    assertThat(article.topics()).containsExactly("news");
                });
    }

    @Test
    void failsAtStartWhereASourceIsConfiguredWrongly() {
        room.withPropertyValues("mailround.home=" + home, "mailround.sources[0].name=Own")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("mailround.sources[0] (Own) has neither a url nor a folder:"
                                + " write the url of a feed, or a folder of files"));
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan
    static class Room {}
}
