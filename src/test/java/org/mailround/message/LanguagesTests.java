package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Shown;
import org.mailround.campaign.Variant;
import org.mailround.campaign.Variants;
import org.mailround.clinic.Sender;
import org.mailround.rfc.Mailbox;

/** Each recipient reads the fixed words in their own language, where the clinic has words for it. */
class LanguagesTests {

    private static final Sender SENDER = new Sender(Mailbox.parse("news@clinic.example"), null, House.PUBLIC_URL, null);

    @TempDir
    Path home;

    House house;

    @BeforeEach
    void install() {
        house = house("en");
    }

    @Test
    void oneRenderingForEachLanguageThatIsNeededAndSpoken() {
        Variants variants = house.renderer.render(House.digest(), Set.of("es", "de-CH", "zh", "sv"));

        assertThat(variants.all()).extracting(Variant::language).containsExactly("en", "de", "es");
        assertThat(variants.in(0, "de-CH").text()).contains("Abmelden:");
        assertThat(variants.in(0, "zh").text()).contains("Unsubscribe:");
    }

    @Test
    void theClinicsOwnLanguageComesFirst() {
        Variants variants = house("de-AT").renderer.render(House.digest(), Set.of("en-GB"));

        assertThat(variants.all()).extracting(Variant::language).containsExactly("de", "en");
        assertThat(variants.in(0, null).html()).contains("<html lang=\"de\"");
    }

    @Test
    void datesGreetingsAndQuotesAreThoseOfTheLanguage() {
        assertThat(text("en")).contains("23 November 2026", "begin with “Why sleep”", "2 minutes to read");
        assertThat(text("es")).contains("23 de noviembre de 2026", "Empezamos por «Why sleep»", "2 minutos de lectura");
        assertThat(text("de")).contains("23. November 2026", "beginnen mit „Why sleep“", "2 Minuten Lesezeit");
        assertThat(Parsed.of(house.messages
                                .mailing(House.edition("x"), variant("es"))
                                .octets(House.ana(), House.NOON))
                        .text())
                .contains("Hola, Ana:\n");
        assertThat(Parsed.of(house.messages
                                .mailing(House.edition("x"), variant("es"))
                                .octets(House.recipient(null, null, Map.of()), House.NOON))
                        .text())
                .contains("Hola:\n");
    }

    @Test
    void whatTheClinicWroteIsMarkedAsItsOwnLanguage() {
        Document german = Jsoup.parse(variant("de").html());

        assertThat(german.select("html").attr("lang")).isEqualTo("de");
        assertThat(german.select("h2.title, h1").eachAttr("lang")).containsExactly("en", "en", "en");
        assertThat(Jsoup.parse(variant("en").html()).select("h2[lang], h2[dir]"))
                .isEmpty();
    }

    @Test
    void aClinicAddsALanguageByAddingItsWords() {
        house.template("words_ar.properties", ShippedWords.of("en").replace("Also new", "جديد أيضا"));

        Variant arabic = variant("ar");

        assertThat(arabic.html()).contains("<html lang=\"ar\" dir=\"rtl\"").contains("align=\"right\"");
        assertThat(Jsoup.parse(arabic.html()).select("h1").attr("dir")).isEqualTo("ltr");
    }

    @Test
    void aNameInUpperCaseIsAFileOfWordsToo() {
        house.template("words_pt_BR.properties", ShippedWords.of("en").replace("Unsubscribe", "Cancelar"));

        assertThat(house.renderer
                        .render(House.digest(), Set.of("pt-BR", "pt-PT"))
                        .all())
                .extracting(Variant::language)
                .containsExactly("en", "pt-br");
        assertThat(variant("pt-br").text()).contains("Cancelar:");
    }

    private Variant variant(String language) {
        return house.renderer.render(
                House.digest(
                        House.article(Shown.EXCERPT, "Why sleep", "<p>x</p>"),
                        House.article(Shown.FULL, "Flu", "<p>x</p>")),
                language,
                Set.of());
    }

    private String text(String language) {
        return variant(language).text().replaceAll("\\s+", " ");
    }

    private House house(String language) {
        return new House(home, SENDER, Dkim.none(), House.clinic(language)).shipped();
    }
}
