package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Suppressions;
import org.mailround.token.Purpose;

@ParameterizedClass
@EnumSource
class ConfirmPageTests {

    private static final String BEN = "ben@example.com";

    @Parameter
    Database database;

    @TempDir
    Path home;

    PublicHouse site;
    String page;

    @BeforeEach
    void open() {
        site = new PublicHouse(database, home);
        site.send();
        long subscription = site.one(
                "select n.id from subscription n join subscriber s on s.id = n.subscriber_id where s.address = ?", BEN);
        page = site.path(Purpose.CONFIRM, subscription);
        be("pending");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPendingSubscriptionIsConfirmedByAButtonAndNotByLooking() {
        assertThat(site.get(page).body()).contains("Yes, send it to me");
        assertThat(site.lists(BEN)).containsExactly("back-care: pending");

        assertThat(site.post(page).body()).contains("You are on the list");
        assertThat(site.post(page).statusCode()).isEqualTo(200);

        assertThat(site.lists(BEN)).containsExactly("back-care: confirmed");
        assertThat(site.one(
                        "select count(*) from subscription where consent_source = 'confirmed by link'"
                                + " and consent_at = ? and consent_wording = 'Yes, send it to me'",
                        site.house.clock().instant().atOffset(java.time.ZoneOffset.UTC)))
                .isEqualTo(1);
    }

    @Test
    void whoLeftOrIsSuppressedIsNotBroughtBack() {
        be("unsubscribed");
        site.post(page);
        assertThat(site.lists(BEN)).containsExactly("back-care: unsubscribed");

        be("pending");
        site.house.get(Suppressions.class).suppress(EmailAddress.parse(BEN), "bounce");
        site.post(page);
        assertThat(site.lists(BEN)).containsExactly("back-care: pending");
    }

    @Test
    void whatWasAMistakeIsTakenBackForGood() {
        site.post(page);

        assertThat(site.post(page + "/undo").body()).contains("You are not on the list");
        site.post(page);

        assertThat(site.lists(BEN)).containsExactly("back-care: unsubscribed");
    }

    private void be(String state) {
        site.change(
                "update subscription set state = ? where subscriber_id ="
                        + " (select id from subscriber where address = ?)",
                state,
                BEN);
    }
}
