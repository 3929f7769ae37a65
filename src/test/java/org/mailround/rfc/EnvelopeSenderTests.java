package org.mailround.rfc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeSenderTests {

    static final String TOKEN = "t".repeat(39);

    @Test
    void theTokenStandsBehindThePlus() {
        assertThat(sender("bounces@clinic.example").with("abc234").text()).isEqualTo("bounces+abc234@clinic.example");
        assertThat(sender("b+news@clinic.example").with("abc234").text()).isEqualTo("b+news+abc234@clinic.example");
    }

    @Test
    void theLongestIsAnAddressThatEveryServerTakes() {
        EmailAddress address = sender("b".repeat(24) + "@clinic.example").with(TOKEN);

        assertThat(address.local()).hasSize(64);
        assertThat(EmailAddress.parse(address.text())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bbbbbbbbbbbbbbbbbbbbbbbbb@clinic.example", "josé@clinic.example", "\"a b\"@clinic.example"})
    void isRefusedWhereNoTokenFits(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sender(address))
                .withMessageStartingWith("the part before the @")
                .withMessageNotContaining(address);
    }

    @Test
    void isRefusedWhereTheWholeAddressWouldBeTooLong() {
        String domain = ("d".repeat(60) + ".").repeat(3) + "d".repeat(24) + ".example";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sender("bounces@" + domain))
                .withMessageStartingWith("the address is longer than 214 characters");
    }

    @Test
    void takesNoTokenThatIsTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sender("bounces@clinic.example").with(TOKEN + "t"));
    }

    private static EnvelopeSender sender(String address) {
        return new EnvelopeSender(EmailAddress.parse(address));
    }
}
