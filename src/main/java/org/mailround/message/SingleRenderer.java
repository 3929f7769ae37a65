package org.mailround.message;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Renders mails to one person from the templates {@code confirm}, {@code welcome}, {@code already} and {@code notice}. */
@Component
class SingleRenderer {

    private static final Logger log = LoggerFactory.getLogger(SingleRenderer.class);

    /** What the program tells staff is written in it. */
    private static final String LANGUAGE_OF_STAFF = "en";

    private final Templates templates;
    private final Languages languages;
    private final Clinic clinic;

    SingleRenderer(Templates templates, Languages languages, Clinic clinic) {
        this.templates = templates;
        this.languages = languages;
        this.clinic = clinic;
    }

    SingleMail confirm(@Nullable String language, List<String> lists, String confirm) {
        FixedWords words = languages.words(languages.of(language));
        String titles = inARow(lists, words);
        return render(
                "confirm", null, words, titles, Map.of("list", titles, "confirm", confirm, "links", LinksView.NONE));
    }

    SingleMail welcome(
            @Nullable String firstName, @Nullable String language, List<String> lists, LinksView links, String sender) {
        FixedWords words = languages.words(languages.of(language));
        String titles = inARow(lists, words);
        return render("welcome", firstName, words, titles, Map.of("list", titles, "links", links, "sender", sender));
    }

    SingleMail already(@Nullable String firstName, @Nullable String language, List<String> lists, LinksView links) {
        FixedWords words = languages.words(languages.of(language));
        String titles = inARow(lists, words);
        return render("already", firstName, words, titles, Map.of("list", titles, "links", links));
    }

    /** As the language has it: {@code A, B and C}. */
    private static String inARow(List<String> titles, FixedWords words) {
        return ListFormatter.getInstance(ULocale.forLocale(words.locale()))
                .format(titles.stream().map(Clean::line).toList());
    }

    SingleMail notice(String headline, List<Happening> happenings) {
        List<Happening> clean = happenings.stream()
                .map(it -> new Happening(Clean.line(it.when()), Clean.line(it.sentence())))
                .toList();
        try {
            return render(
                    "notice",
                    headline,
                    null,
                    languages.words(LANGUAGE_OF_STAFF),
                    Map.of("happenings", clean, "links", LinksView.NONE));
        } catch (RuntimeException e) {
            // whatever is wrong with what a clinic edits, an alarm goes out
            log.warn("A notice to staff goes out as plain text: {}", e.getMessage());
            return new SingleMail(headline, plain(clean), null);
        }
    }

    private SingleMail render(
            String template, @Nullable String firstName, FixedWords words, String title, Map<String, Object> own) {
        return render(template, subject(template, words, title), firstName, words, own);
    }

    private static String subject(String template, FixedWords words, String title) {
        try {
            return words.text(template + ".subject", title);
        } catch (FixedWords.BrokenWords e) {
            throw BrokenTemplate.explain(template + ".html", e);
        }
    }

    private SingleMail render(
            String template, String subject, @Nullable String firstName, FixedWords words, Map<String, Object> own) {
        templates.require(template);
        Map<String, Object> variables = TemplateVariables.of(subject, firstName, clinic, words, own);
        String html = template + ".html";
        return new SingleMail(
                subject,
                Wrap.document(templates.text(template + ".txt", words, variables)),
                HtmlPart.write(html, templates.html(html, words, variables)));
    }

    private String plain(List<Happening> happenings) {
        StringBuilder text =
                new StringBuilder("Mailround at %s has something to tell:\n\n".formatted(Clean.line(clinic.name())));
        happenings.forEach(it -> text.append("* ")
                .append(it.when())
                .append(": ")
                .append(it.sentence())
                .append("\n\n"));
        return text.append("-- \nThis mail comes by itself, as mailround.alerts.to names your address.\n")
                .toString();
    }
}
