package org.mailround.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses on the web as people write them. */
class AddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://bücher.example/größe?q=é, https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%A9",
        "https://faß.example, https://xn--fa-hia.example",
        "https://clinic.example/a[1]?b[]=2, https://clinic.example/a%5B1%5D?b%5B%5D=2",
        "https://clinic.example/100%, https://clinic.example/100%25",
        "https://clinic.example/a%20b%zz, https://clinic.example/a%20b%25zz",
        "https://clinic.example/a#b#c, https://clinic.example/a",
        "https://clinic.example?a#b, https://clinic.example?a",
        "HTTP://[::1]:8080/, HTTP://[::1]:8080/",
        "https://user@clinic.example/, https://user@clinic.example/",
    })
    void whatBrowsersOpenIsAnAddress(String written, String address) {
        assertThat(Address.of(written)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/page",
                "//clinic.example/",
                "https://",
                "https:///page",
                "https://clinic.example:65536/",
                "https://clinic.example:x/",
                "https://-ü.example/",
                "ftp://clinic.example/",
                "javascript:alert(1)",
                "https://[nothing]/"
            })
    void whatTheyDoNotOpenIsNone(String written) {
        assertThat(Address.of(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/café?a|b, https://clinic.example/caf%C3%A9?a%7Cb",
        "b#c, https://clinic.example/news/b",
        "//bücher.example/x, https://xn--bcher-kva.example/x",
        "http://other.example, http://other.example",
    })
    void aRedirectIsReadFromWhereItStands(String location, String address) {
        assertThat(Address.of(location, URI.create("https://clinic.example/news/a")))
                .hasToString(address);
    }

    @Test
    void aRedirectToAFileLeadsNowhere() {
        assertThat(Address.of("file:///etc/passwd", URI.create("https://clinic.example/")))
                .isNull();
    }
}
