package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final Languages languages;
    private final Clinic clinic;
    private final Sender sender;

    Renderer(Templates templates, Languages languages, Clinic clinic, Sender sender) {
        this.templates = templates;
        this.languages = languages;
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
     * @param read the languages of its recipients, as BCP 47 tags; those that nobody here speaks are left out
     * @return the usual language of the clinic first
     * @throws TemplateException if the template is missing or broken
     * @throws MergeTagException if what staff wrote cannot be sent
     */
    public Variants render(Content content, Set<String> read) {
        return new Variants(languages.needed(read).stream()
                .map(language -> render(content, language, Set.of()))
                .toList());
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
        FixedWords words = languages.words(language);
        Map<String, Object> variables = TemplateVariables.of(content, body, clinic, sender.publicUrl() != null, words);
        return new Variant(
                language,
                html(content.template() + ".html", words, variables),
                text(content.template() + ".txt", words, variables));
    }

    /** Whether something of the recipient's own stands in this part of a rendering. */
    public static boolean isPersonal(String part) {
        return part.chars().anyMatch(Slots::isPrivate);
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
                                : Math.max(
                                        30
                                                + slot.before().length()
                                                + slot.after().length(),
                                        slot.fallback().length())));
        return octets.get();
    }

    private String html(String file, FixedWords words, Map<String, Object> variables) {
        Document document = templates.html(file, words, variables);
        SlotCheck.html(file, document);
        return HtmlPart.write(file, document);
    }

    private String text(String file, FixedWords words, Map<String, Object> variables) {
        String text = templates.text(file, words, variables);
        SlotCheck.text(file, text);
        return Wrap.document(text);
    }
}
