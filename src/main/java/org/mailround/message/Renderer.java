package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.mailround.campaign.Content;
import org.mailround.campaign.Variant;
import org.mailround.campaign.Variants;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.springframework.stereotype.Component;

/** Renders what an edition says, once for all its recipients: the first phase. */
@Component
public class Renderer {

    private final Templates templates;
    private final Clinic clinic;
    private final Sender sender;

    Renderer(Templates templates, Clinic clinic, Sender sender) {
        this.templates = templates;
        this.clinic = clinic;
        this.sender = sender;
    }

    /** Whether there are files for a template of this name. */
    public boolean hasTemplate(String name) {
        return templates.has(name);
    }

    /**
     * Renders content that uses no attributes of its recipients.
     *
     * @param languages what its recipients read, as BCP 47 tags; those that nobody here speaks are left out
     * @return the usual language of the clinic first
     * @throws TemplateException if the template is missing or broken
     * @throws MergeTagException if what staff wrote cannot be sent
     */
    public Variants render(Content content, Set<String> languages) {
        return new Variants(List.of(render(content, "en", Set.of())));
    }

    /**
     * @param language one that is spoken here
     * @param attributeNames the attributes that merge tags may name
     */
    Variant render(Content content, String language, Set<String> attributeNames) {
        templates.require(content.template());
        String markdown = content.markdown();
        Body body = markdown == null
                ? null
                : Markdown.render(markdown, new MergeTags(Clean.line(clinic.name()), attributeNames));
        Map<String, Object> variables = TemplateVariables.of(content, body, clinic, sender.publicUrl() != null);
        return new Variant(
                language, html(content.template() + ".html", variables), text(content.template() + ".txt", variables));
    }

    /** About how long the HTML is with a person's own words in it: links of the usual length, and no short name. */
    int htmlOctets(Variant variant) {
        AtomicInteger octets = new AtomicInteger();
        octets.addAndGet((int) variant.html().chars().filter(c -> c == '\n').count()); // they go out as CRLF
        int link = (sender.publicUrl() == null
                        ? 100
                        : sender.publicUrl().toString().length())
                + 60;
        Slots.scan(
                variant.html(),
                text -> octets.addAndGet(text.getBytes(StandardCharsets.UTF_8).length),
                slot -> octets.addAndGet(
                        slot.kind().isLink()
                                ? link
                                : Math.max(30, slot.fallback().length())));
        return octets.get();
    }

    private String html(String file, Map<String, Object> variables) {
        Document document = Jsoup.parse(templates.process(file, variables));
        // Pretty printing would put blanks where there are none.
        document.outputSettings().prettyPrint(false);
        SlotCheck.html(file, document);
        CssInliner.inline(file, document);
        String html = document.outerHtml();
        return html.endsWith("\n") ? html : html + "\n";
    }

    private String text(String file, Map<String, Object> variables) {
        String text = templates.process(file, variables).replaceAll("\r\n?", "\n");
        SlotCheck.text(file, text);
        return Wrap.document(text);
    }
}
