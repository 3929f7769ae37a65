package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailround.rfc.EmailAddress;

class SuppressionsTests extends OnEveryDatabase {

    private static final EmailAddress ANA = EmailAddress.parse("Ana@example.com");

    @Test
    void thePersonThemselvesMayTakeBackWhatWasTheirOwnWish() {
        for (String own : List.of("erased", "unsubscribed", "unconfirmed")) {
            suppressions().suppress(ANA, own);

            assertThat(suppressions().mayAsk(ANA)).as(own).isTrue();
            assertThat(suppressions().liftOwn(ANA)).as(own).isTrue();
            assertThat(suppressions().isSuppressed(ANA)).as(own).isFalse();
        }
    }

    @Test
    void nobodyTakesBackABounceAComplaintOrWhatStaffDecided() {
        for (String reason : List.of("bounced", "complaint", "asked-by-phone")) {
            EmailAddress address = EmailAddress.parse(reason + "@example.com");
            suppressions().suppress(address, reason, "a note");

            assertThat(suppressions().mayAsk(address)).as(reason).isFalse();
            assertThat(suppressions().liftOwn(address)).as(reason).isFalse();
            assertThat(suppressions().find(address).orElseThrow().note()).isEqualTo("a note");
        }
        assertThat(suppressions().mayAsk(ANA)).isTrue();
        assertThat(suppressions().liftOwn(ANA)).isTrue();
    }

    @Test
    void exportsOfOtherSystemsAreToldByTheirHeaders() throws IOException {
        assertThat(take("uuid,email,name,attributes,status,created_at,updated_at\n"
                        + "1,on@example.com,On,{},enabled,2024,2024\n2,off@example.com,Off,\"{\"\"a\"\":1}\",blocklisted,2024,2024\n"
                        + "3,dis@example.com,Dis,{},disabled,2024,2024\n"))
                .isEqualTo(new SuppressionImport("listmonk", 2, 0, 1, 0));
        assertThat(take("Email Address,First Name,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_REASON\n"
                        + "left@example.com,Le,2024-01-01 10:00:00,May,NORMAL\nspam@example.com,Sp,2024,May,ABUSE\n"))
                .isEqualTo(new SuppressionImport("Mailchimp, unsubscribed", 2, 0, 0, 0));
        assertThat(take("\uFEFFEmail Address;CLEAN_TIME;CLEAN_CAMPAIGN_TITLE\ngone@example.com;2024;May\n"))
                .isEqualTo(new SuppressionImport("Mailchimp, cleaned", 1, 0, 0, 0));
        assertThat(take("Email\tIs this user confirmed\tIs this user blacklisted\n"
                        + "yes@example.com\t1\t0\nno@example.com\t0\t0\nblack@example.com\t1\t1\n"))
                .isEqualTo(new SuppressionImport("phpList", 2, 0, 1, 0));
        assertThat(take("E-mail\n".replace("-", "") + "plain@example.com\nLEFT@example.com\n"))
                .isEqualTo(new SuppressionImport("email and reason", 1, 1, 0, 0));

        assertThat(all())
                .containsExactly(
                        "off@example.com blocklisted",
                        "dis@example.com disabled",
                        "left@example.com unsubscribed",
                        "spam@example.com complaint",
                        "gone@example.com bounced",
                        "no@example.com unconfirmed",
                        "black@example.com blacklisted",
                        "plain@example.com unsubscribed");
    }

    @Test
    void badRowsAreToldByTheirLineAndTheOthersAreTaken() throws IOException {
        List<String> told = new ArrayList<>();

        SuppressionImport result = house.get(SuppressionFiles.class)
                .take(
                        house.file("off.csv", "email,reason\n\nana@example.com,Asked by phone!\nana(at)example.com,\n"),
                        (line, reason) -> told.add(line + ": " + reason));

        assertThat(result).isEqualTo(new SuppressionImport("email and reason", 1, 0, 0, 1));
        assertThat(told).containsExactly("4: the address has no @");
        assertThat(all()).containsExactly("ana@example.com asked-by-phone");
    }

    @Test
    void aListOfPeopleWhoWantMailIsNotTakenForOne() throws IOException {
        for (String text : List.of(
                "email,first_name,consent_source\nana@example.com,Ana,form\n",
                "Email Address,First Name,OPTIN_TIME\nana@example.com,Ana,2024\n",
                "",
                "email\n\"ana@example.com\n")) {
            assertThatExceptionOfType(UnreadableCsvException.class)
                    .as(text)
                    .isThrownBy(() -> take(text))
                    .withMessageContaining("off.csv");
        }
        assertThat(all()).isEmpty();
    }

    private Suppressions suppressions() {
        return house.get(Suppressions.class);
    }

    private SuppressionImport take(String text) throws IOException {
        return house.get(SuppressionFiles.class).take(house.file("off.csv", text), (line, reason) -> {});
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        suppressions().each(it -> all.add(it.address() + " " + it.reason()));
        return all;
    }
}
