package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailround.TestSite;

class ImageCheckTests {

    private final TestSite site = new TestSite();

    @BeforeEach
    void hang() throws IOException {
        site.answer("/good.png", 200, "image/png", png(600));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPictureInOrderHasNothingToTell() {
        assertThat(codes("/good.png", "alt='A path' width='600' height='400'", "A path"))
                .containsExactly("image.insecure");
    }

    @Test
    void aPictureOfAnArticleNeedsWords() {
        assertThat(codes("/good.png", "alt='' width='600' height='400'", null)).contains("image.alt");
        assertThat(codes("/good.png", "alt='Its title' width='600' height='400'", null))
                .contains("image.alt");
    }

    @Test
    void decorationNeedsNoneButSaysSo() {
        assertThat(found("<img src='%s' alt='' width='600' height='400'>".formatted(site.url("/good.png"))))
                .extracting(Finding::code)
                .containsExactly("image.insecure");
        assertThat(found("<img src='%s' width='600' height='400'>".formatted(site.url("/good.png"))))
                .extracting(Finding::code)
                .contains("image.alt");
    }

    @Test
    void aPictureThatIsNotThereOrIsNoneIsMissing() {
        site.answer("/page", 200, "text/html", new byte[] {'x'});

        assertThat(codes("/gone.png", "alt='A path' width='600' height='400'", "A path"))
                .contains("image.missing");
        assertThat(codes("/page", "alt='A path' width='600' height='400'", "A path"))
                .contains("image.missing");
    }

    @Test
    void aHeavyOrWidePictureIsTold() throws IOException {
        site.answer("/wide.png", 200, "image/png", png(2_500))
                .answer("/heavy.png", 200, "image/png", new byte[1_100_000]);

        assertThat(codes("/wide.png", "alt='A path' width='600' height='400'", "A path"))
                .contains("image.size");
        assertThat(codes("/heavy.png", "alt='A path' width='600' height='400'", "A path"))
                .contains("image.size");
    }

    @Test
    void mailProgramsNeedAWidthAndAHeight() {
        assertThat(codes("/good.png", "alt='A path'", "A path")).contains("image.dimensions");
        assertThat(codes("/good.png", "alt='A path' width='600'", "A path")).contains("image.dimensions");
    }

    private List<String> codes(String path, String attributes, @Nullable String alt) {
        String html = "<img src='%s' %s>".formatted(site.url(path), attributes);
        Findings found = new Findings();
        examine(Proposed.html(html, Proposed.article(null, site.url(path), alt)), found);
        return found.list().stream().map(Finding::code).toList();
    }

    private static List<Finding> found(String html) {
        Findings found = new Findings();
        examine(Proposed.html(html), found);
        return found.list();
    }

    private static void examine(Proposal proposal, Findings found) {
        new ImageCheck(StubRelay.HERE).examine(List.of(proposal), Deadline.in(Duration.ofMinutes(1)), found);
    }

    private static byte[] png(int width) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 10, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        return out.toByteArray();
    }
}
