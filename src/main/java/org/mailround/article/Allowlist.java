package org.mailround.article;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** All the HTML that an article may hold; the last word on what is kept. */
final class Allowlist {

    private static final Pattern LINK = Pattern.compile("(?is)(https?://|mailto:).+");
    private static final Pattern IMAGE = Pattern.compile("(?is)https?://.+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "a", "img", "br", "hr")
            .allowElements("em", "strong", "b", "i", "u", "sub", "sup", "code", "pre")
            .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("src")
            .matching(IMAGE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("value")
            .matching(NUMBER)
            .onElements("li")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("td", "th")
            .toFactory();

    /** What is allowed of this HTML; everything else is dropped, its text kept where it is text. */
    static String sanitise(String html) {
        // The sanitizer splits {{ with a comment against template engines in browsers, and knows no other comment.
        // Nothing here is a template, and the words are to stay as they are.
        String safe = POLICY.sanitize(html).replace("<!-- -->", "");
        return Characters.lines(safe).strip();
    }

    private Allowlist() {}
}
