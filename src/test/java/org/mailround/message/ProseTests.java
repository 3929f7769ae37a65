package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTests {

    @Test
    void aPictureOfUnknownSizeIsAsWideAsTheColumnAtMost() {
        assertThat(Prose.fit("<p>a  b<img src=\"x\"></p>"))
                .isEqualTo("<p>a  b<img src=\"x\" alt=\"\" width=\"536\"></p>");
    }

    @Test
    void aPictureThatIsTooWideKeepsItsProportions() {
        assertThat(Prose.fit("<img alt=\"b\" width=\"1072\" height=\"600\">"))
                .isEqualTo("<img alt=\"b\" width=\"536\" height=\"300\" style=\"width:536px\">");
    }

    @Test
    void aSmallPictureStaysSmall() {
        assertThat(Prose.fit("<img alt=\"b\" width=\"20\" height=\"10\">"))
                .isEqualTo("<img alt=\"b\" width=\"20\" height=\"10\" style=\"width:20px\">");
    }

    @Test
    void aHeightNeverStandsAlone() {
        assertThat(Prose.fit("<img alt=\"b\" width=\"50%\" height=\"10\">")).isEqualTo("<img alt=\"b\" width=\"536\">");
    }

    @Test
    void theTitleOfTheMailIsTheOnlyOne() {
        assertThat(Prose.fit("<h1>a</h1><h3>b</h3>")).isEqualTo("<h2>a</h2><h3>b</h3>");
    }

    @Test
    void headingsBeginBelowTheirTitle() {
        assertThat(Prose.fit("<h2>a</h2><h3>b</h3><h2>c</h2>", 2)).isEqualTo("<h3>a</h3><h4>b</h4><h3>c</h3>");
        assertThat(Prose.fit("<h3>a</h3>", 2)).isEqualTo("<h3>a</h3>");
        assertThat(Prose.fit("<h2>a</h2><h6>b</h6>", 3)).isEqualTo("<h4>a</h4><h6>b</h6>");
    }

    @Test
    void noPictureIsFlatterThanAPixel() {
        assertThat(Prose.fit("<img alt=\"b\" width=\"9999\" height=\"1\">")).contains("width=\"536\" height=\"1\"");
    }
}
