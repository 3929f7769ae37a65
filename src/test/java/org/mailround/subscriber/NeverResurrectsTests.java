package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailround.rfc.EmailAddress;

class NeverResurrectsTests extends OnEveryDatabase {

    private static final String LIST = "email,first_name\nana@example.com,Ana\nbo@example.com,Bo\n";

    @Test
    void whoLeftTheListStaysAway() throws IOException {
        house.importText(LIST);
        house.get(Subscriptions.class).unsubscribe(house.idOf("ana@example.com"), house.idOfList());

        ImportResult result = house.importText(LIST.replace("Ana", "Anna"));

        assertThat(result.notResurrected()).isEqualTo(1);
        assertThat(result.unchanged()).isEqualTo(1);
        assertThat(house.inState("news", "unsubscribed")).containsExactly("ana@example.com");
        assertThat(house.valueOf("ana@example.com", "first_name")).isEqualTo("Ana");
    }

    @Test
    void whoLeftOneListMayBeOnAnother() throws IOException {
        house.importText(LIST);
        house.get(Subscriptions.class).unsubscribe(house.idOf("ana@example.com"), house.idOfList());

        house.get(Importer.class).importFile(house.file("other.csv", LIST), "other", false, rows -> {});

        assertThat(house.confirmed("other")).contains("ana@example.com");
    }

    @Test
    void leavingEveryListLeavesEachOne() throws IOException {
        house.importText(LIST);
        house.get(Importer.class).importFile(house.file("other.csv", LIST), "other", false, rows -> {});

        house.get(Subscriptions.class).unsubscribeFromAll(house.idOf("ana@example.com"));
        house.get(Subscriptions.class).unsubscribeFromAll(house.idOf("ana@example.com"));

        assertThat(house.inState("news", "unsubscribed")).containsExactly("ana@example.com");
        assertThat(house.inState("other", "unsubscribed")).containsExactly("ana@example.com");
        assertThat(house.confirmed("news")).containsExactly("bo@example.com");
    }

    @Test
    void aSuppressedAddressThatIsNotKnownIsNotStored() throws IOException {
        house.get(Suppressions.class).suppress(EmailAddress.parse("ANA@example.com"), "erased");

        ImportResult result = house.importText(LIST);

        assertThat(result.notResurrected()).isEqualTo(1);
        assertThat(result.added()).isEqualTo(1);
        assertThat(house.jdbc
                        .sql("select address from subscriber")
                        .query(String.class)
                        .list())
                .containsExactly("bo@example.com");
    }

    @Test
    void aSuppressedAddressThatIsKnownIsLeftAlone() throws IOException {
        house.importText(LIST);
        house.get(Suppressions.class).suppress(EmailAddress.parse("ana@example.com"), "hard-bounce");

        ImportResult result = house.importText("email,first_name\nana@example.com,Anna\n");

        assertThat(result.notResurrected()).isEqualTo(1);
        assertThat(result.noLongerInFile()).as("bo").isEqualTo(1);
        assertThat(house.valueOf("ana@example.com", "first_name")).isEqualTo("Ana");
        assertThat(house.importText("email\n").noLongerInFile())
                .as("ana gets no mail")
                .isEqualTo(1);
    }

    @Test
    void aRehearsalCountsThemToo() throws IOException {
        house.importText(LIST);
        house.get(Suppressions.class).suppress(EmailAddress.parse("new@example.com"), "erased");
        house.get(Subscriptions.class).unsubscribe(house.idOf("ana@example.com"), house.idOfList());

        assertThat(house.rehearse(house.file("news.csv", LIST + "new@example.com,N\n"))
                        .notResurrected())
                .isEqualTo(2);
    }

    @Test
    void whoWaitsForConfirmationIsConfirmed() throws IOException {
        house.importText(LIST);
        house.jdbc.sql("update subscription set state = 'pending'").update();

        assertThat(house.importText(LIST).changed()).isEqualTo(2);
        assertThat(house.confirmed("news")).hasSize(2);
    }

    @Test
    void theFirstReasonOfASuppressionStands() {
        Suppressions suppressions = house.get(Suppressions.class);
        EmailAddress address = EmailAddress.parse("Ana@example.com");

        suppressions.suppress(address, "complaint");
        suppressions.suppress(EmailAddress.parse("ana@EXAMPLE.com"), "hard-bounce");

        assertThat(suppressions.isSuppressed(address)).isTrue();
        assertThat(suppressions.isSuppressed(EmailAddress.parse("bo@example.com")))
                .isFalse();
        assertThat(house.jdbc
                        .sql("select reason from suppression")
                        .query(String.class)
                        .single())
                .isEqualTo("complaint");
        assertThat(house.jdbc
                        .sql("select address_digest from suppression")
                        .query(String.class)
                        .single())
                .doesNotContain("ana");
    }
}
