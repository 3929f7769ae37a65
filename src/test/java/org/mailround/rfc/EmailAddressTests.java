package org.mailround.rfc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "ana@example.com, ana@example.com",
        "' Ana.Ng@Example.COM ', Ana.Ng@example.com",
        "o'hara+news@mail.example.org, o'hara+news@mail.example.org",
        "rene@faß.de, rene@xn--fa-hia.de",
        "josé@example.com, josé@example.com",
        "anna@bücher.example, anna@xn--bcher-kva.example",
    })
    void readsAddressesAsPeopleTypeThem(String typed, String text) {
        assertThat(EmailAddress.parse(typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.com",
                "ana@@example.com",
                "ana example.com",
                "a na@example.com",
                "ana@example",
                "ana@-example.com",
                "ana@exam_ple.com",
                "ana..ng@example.com",
                "ana@[127.0.0.1]",
                "ana@example.com, b@example.com",
                "ana@example.com\r\nBcc: x@example.com",
                "<ana@example.com>"
            })
    void refusesWhatNoMailCanReach(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.parse(typed));
    }

    @Test
    void refusesLocalPartsOver64Octets() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.com").local()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@example.com"));
    }

    @Test
    void comparesWithoutCase() {
        assertThat(EmailAddress.parse("ANA@Example.com").canonical())
                .isEqualTo(EmailAddress.parse("ana@example.COM").canonical());
    }

    @ParameterizedTest
    @CsvSource({
        "a@example.com, true",
        "a@mail.example.org, true",
        "a@clinic.example, true",
        "a@x.test, true",
        "a@x.invalid, true",
        "a@example.co.uk, false",
        "a@notexample.com, false",
    })
    void knowsTheReservedDomains(String address, boolean reserved) {
        assertThat(EmailAddress.parse(address).isReserved()).isEqualTo(reserved);
    }

    @Test
    void doesNotTellItselfToALog() {
        assertThat(EmailAddress.parse("ana@example.com")).asString().doesNotContain("ana");
    }
}
