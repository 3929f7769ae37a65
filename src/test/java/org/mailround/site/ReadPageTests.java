package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.token.Purpose;

@ParameterizedClass
@EnumSource
class ReadPageTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    PublicHouse site;

    @BeforeEach
    void open() {
        site = new PublicHouse(database, home);
        site.house.article("tea.txt", "Thé & “tisane” – 茶\n\nÀ votre santé, and = signs.\n");
        site.send();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void readsAsTheMailThatWasSent() throws Exception {
        Multipart parts = (Multipart) site.mailOf("ana@example.com").message().getContent();

        HttpResponse<String> page = site.get(site.path(Purpose.READ, "ana@example.com"));

        assertThat(page.body())
                .isEqualTo(parts.getBodyPart(1).getContent())
                .contains("Ana", "茶")
                .contains(site.path(Purpose.UNSUBSCRIBE, "ana@example.com"));
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("form-action 'none'", "sandbox");
    }

    @Test
    void staysReadableForWhoLeftAndForWhoWasErased() {
        String page = site.path(Purpose.READ, "ana@example.com");
        site.post(site.path(Purpose.UNSUBSCRIBE, "ana@example.com"));
        assertThat(site.get(page).body()).contains("Ana");

        site.change("update delivery set subscriber_id = null where address = 'ana@example.com'");

        assertThat(site.get(page).statusCode()).isEqualTo(200);
        assertThat(site.get(page).body()).contains("A walk a day").doesNotContain("Ana");
    }

    @Test
    void whatWasNeverSentIsNotThere() {
        HttpResponse<String> answer = site.get(site.path(Purpose.READ, 0));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such mail");
    }
}
