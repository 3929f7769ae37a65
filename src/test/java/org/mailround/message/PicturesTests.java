package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PicturesTests {

    @Test
    void aPictureWiderThanTheColumnIsShownSmallerInItsOwnShape() {
        assertThat(Pictures.scaled("<p><img src=\"https://a.example/i.jpg\" width=\"1072\" height=\"400\"></p>"))
                .isEqualTo("<p><img src=\"https://a.example/i.jpg\" width=\"536\" height=\"200\"></p>");
    }

    @Test
    void oneThatFitsOrSaysNoSizeIsLeftAsItIs() {
        String html = "<p><img src=\"https://a.example/i.jpg\" width=\"300\" height=\"9999\">"
                + "<img src=\"https://a.example/j.jpg\"></p>";

        assertThat(Pictures.scaled(html)).isEqualTo(html);
    }

    @Test
    void noPictureIsFlatterThanAPixel() {
        assertThat(Pictures.heightAt(152, 9999, 1)).isEqualTo(1);
    }
}
