package org.mailround.message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Content;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;
import org.mailround.clinic.Clinic;
import org.thymeleaf.context.LazyContextVariable;

/** What templates may use, by name. All of it is data, and clean; only what is called html is markup. */
final class TemplateVariables {

    private final Map<String, Object> variables = new HashMap<>();
    private final Clinic clinic;
    private final FixedWords words;

    private TemplateVariables(Clinic clinic, FixedWords words) {
        this.clinic = clinic;
        this.words = words;
    }

    /** For the template of an edition. */
    static Map<String, Object> of(
            Content content, @Nullable Body body, Clinic clinic, boolean publicPages, FixedWords words) {
        TemplateVariables all = new TemplateVariables(clinic, words);
        all.shared(content.subject());
        all.edition(content, body, publicPages);
        return all.variables;
    }

    /**
     * For the template of a mail to one person.
     *
     * @param own what this template alone has
     */
    static Map<String, Object> of(
            String subject, @Nullable String firstName, Clinic clinic, FixedWords words, Map<String, Object> own) {
        TemplateVariables all = new TemplateVariables(clinic, words);
        all.shared(subject);
        all.putNullable("dateText", null);
        String name = Clean.line(firstName);
        all.lazy("greeting", () -> name.isEmpty() ? words.text("hello") : words.text("hello.named", name));
        all.variables.putAll(own);
        return all.variables;
    }

    private void shared(String subject) {
        variables.put("clinic", ClinicView.of(clinic));
        variables.put("subject", Clean.line(subject));
        variables.put("language", LanguageView.of(words, clinic));
    }

    private void edition(Content content, @Nullable Body body, boolean publicPages) {
        List<ArticleView> articles = new ArrayList<>();
        List<ArticleView> more = new ArrayList<>();
        List<@Nullable String> headings = Headings.of(content);
        for (int i = 0; i < content.articles().size(); i++) {
            ShownArticle article = content.articles().get(i);
            int level = content.isByTopic() && i > 0 ? 3 : 2;
            (article.shown() == Shown.TITLE ? more : articles).add(ArticleView.of(article, level, headings.get(i)));
        }
        number(articles, 1);
        number(more, articles.size() + 1);
        variables.put("campaign", new CampaignView(Clean.line(content.campaign())));
        variables.put("date", content.date());
        lazy("dateText", () -> longDate(content.date()));
        variables.put("preheader", Preheader.of(body, articles, more));
        putNullable("lead", articles.isEmpty() ? null : articles.get(0));
        variables.put("articles", articles);
        variables.put("more", more);
        variables.put("byTopic", content.isByTopic());
        putNullable("body", body == null ? null : new Body(Prose.fit(body.html()), body.text()));
        lazy("greeting", this::greeting);
        variables.put("person", new PersonView());
        variables.put("links", LinksView.of(publicPages));
        lazy(
                "why",
                () -> content.markdown() == null
                        ? words.text("why.list", Clean.line(content.campaign()))
                        : words.text("why.clinic", Clean.line(clinic.name())));
    }

    /** The words around the name are not those without one: in some languages not even the comma is. */
    private String greeting() {
        String mark = "\uE00F";
        String[] parts = words.text("hello.named", mark).split(mark, -1);
        return parts.length == 2
                ? Slots.sentence(Slot.Kind.FIRST_NAME, parts[0], parts[1], words.text("hello"))
                : words.text("hello");
    }

    private String longDate(LocalDate date) {
        String pattern = words.text("date");
        try {
            return DateTimeFormatter.ofPattern(pattern, words.locale()).format(date);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FixedWords.BrokenWords(
                    "“date” is no way to write a date (%s): write it as in d MMMM uuuu".formatted(pattern));
        }
    }

    private static void number(List<ArticleView> articles, int first) {
        for (int i = 0; i < articles.size(); i++) {
            articles.set(i, articles.get(i).numbered(first + i));
        }
    }

    /** Made where a template asks for it, so that one with words of its own needs none of ours. */
    private void lazy(String name, Supplier<String> text) {
        variables.put(name, new LazyContextVariable<String>() {
            @Override
            protected String loadValue() {
                return text.get();
            }
        });
    }

    @SuppressWarnings("NullAway") // Thymeleaf tells a variable that is null from one that is not there
    private void putNullable(String name, @Nullable Object value) {
        variables.put(name, value);
    }

    /** The title as text too, so that a template may write {@code campaign} or {@code campaign.title}. */
    record CampaignView(String title) {

        @Override
        public String toString() {
            return title;
        }
    }
}
