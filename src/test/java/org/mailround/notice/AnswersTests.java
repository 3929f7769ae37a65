package org.mailround.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.message.TemplateException;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.ListOffers;
import org.mailround.subscriber.SubscriptionRequest;
import org.mailround.subscriber.SubscriptionRequests;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written to people who subscribe, before it goes out. */
class AnswersTests {

    @TempDir
    Path home;

    @Test
    void wordsThatAreBrokenInOneLanguageKeepNobodyWaitingWhoReadsAnother() throws IOException {
        try (TestHouse house = house()) {
            Path german = home.resolve("templates/words_de.properties");
            String words = Files.readString(german);
            Files.writeString(german, words.replace("confirm.text", "confirm.txet"));
            ask(house, "ana@example.com", "de");
            ask(house, "ben@example.com", "en");

            assertThatThrownBy(() -> house.get(Answers.class).write())
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("words_de.properties");
            assertThat(written(house)).containsExactly("ben@example.com");

            Files.writeString(german, words);
            house.get(Answers.class).write();
            assertThat(written(house)).containsExactly("ben@example.com", "ana@example.com");
        }
    }

    @Test
    void whereMailLeavesThisMachineNobodyOnADomainOfExamplesIsWrittenTo() {
        try (TestHouse house = house("spring.mail.host=192.0.2.1")) {
            ask(house, "ana@example.com", null);
            ask(house, "ben@riverside-clinic.org", null);

            house.get(Answers.class).write();

            assertThat(written(house)).containsExactly("ben@riverside-clinic.org");
            assertThat(house.get(JdbcClient.class)
                            .sql("select address from subscription_request")
                            .query(String.class)
                            .list())
                    .containsExactly("ben@riverside-clinic.org");
        }
    }

    private TestHouse house(String... properties) {
        String[] all = Stream.concat(
                        Stream.of("mailround.lists[0].name=news", "mailround.lists[0].open=true"),
                        Stream.of(properties))
                .toArray(String[]::new);
        return new TestHouse(Database.H2, home, all);
    }

    private static void ask(TestHouse house, String address, @Nullable String language) {
        long list = house.get(ListOffers.class).open().get(0).list().id();
        house.get(SubscriptionRequests.class)
                .ask(new SubscriptionRequest(
                        EmailAddress.parse(address), null, language, List.of(), "Yes.", Set.of(list)));
    }

    private static List<String> written(TestHouse house) {
        return house.get(JdbcClient.class)
                .sql("select recipient from single_mail order by id")
                .query(String.class)
                .list();
    }
}
