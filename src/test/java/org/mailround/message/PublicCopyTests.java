package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.mailround.campaign.Variant;
import org.mailround.message.PublicCopy.Link;

class PublicCopyTests {

    private static final String UNSUBSCRIBE = Slots.link(Slot.Kind.UNSUBSCRIBE);
    private static final String READ = Slots.link(Slot.Kind.READ);

    @Test
    void theRecipientsLinksGiveWayInTheirOrderAndWhatIsLeftOfThemIsTakenOut() {
        Document page = copy("""
                <p><a href="%1$s">Read it</a> <a href="https://clinic.example/">Us</a> <a href="%2$s">Leave</a></p>
                <form action="%2$s"><button formaction="%2$s">Leave</button></form>
                <style>.x { background: url(%1$s) }</style><p>Copy %2$s to leave</p>
                """.formatted(READ, UNSUBSCRIBE), new Link("../subscribe", "Get <it>"));

        assertThat(page.select("a").eachAttr("href")).containsExactly("../subscribe", "https://clinic.example/");
        assertThat(page.select("a").eachText()).containsExactly("Get <it>", "Us");
        assertThat(page.select("[action], [formaction]")).isEmpty();
        assertThat(page.text()).endsWith("Copy to leave");
        assertThat(page.outerHtml()).doesNotContain("about:blank", "\uE000");
    }

    @Test
    void itSaysWhatIsSaidToPeopleOfWhomNothingIsKnown() {
        Document page = copy("<p>"
                + Slots.sentence(Slot.Kind.FIRST_NAME, "Dear ", ",", "Hello &amp; welcome,")
                + " "
                + Slots.attribute("plan", "you")
                + "</p>");

        assertThat(page.text()).isEqualTo("Hello & welcome, you");
    }

    private static Document copy(String html, Link... instead) {
        return Jsoup.parse(PublicCopy.of(new Variant("en", html, ""), List.of(instead)));
    }
}
