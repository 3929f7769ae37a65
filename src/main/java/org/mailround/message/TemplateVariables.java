package org.mailround.message;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Content;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;
import org.mailround.clinic.Clinic;

/** What templates may use, by name. All of it is data, and clean; only what is called html is markup. */
final class TemplateVariables {

    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private TemplateVariables() {}

    static Map<String, Object> of(Content content, @Nullable Body body, Clinic clinic, boolean publicPages) {
        List<ArticleView> articles = new ArrayList<>();
        List<ArticleView> more = new ArrayList<>();
        for (ShownArticle article : content.articles()) {
            (article.shown() == Shown.TITLE ? more : articles).add(ArticleView.of(article, 0));
        }
        number(articles, 1);
        number(more, articles.size() + 1);
        Map<String, Object> variables = new HashMap<>();
        variables.put("clinic", ClinicView.of(clinic));
        variables.put("campaign", new CampaignView(Clean.line(content.campaign())));
        variables.put("subject", Clean.line(content.subject()));
        variables.put("date", content.date());
        variables.put("dateText", LONG_DATE.format(content.date()));
        variables.put("preheader", Preheader.of(body, articles, more));
        putNullable(variables, "lead", articles.isEmpty() ? null : articles.get(0));
        variables.put("articles", articles);
        variables.put("more", more);
        putNullable(variables, "body", body);
        variables.put("person", new PersonView());
        variables.put("links", LinksView.of(publicPages));
        variables.put(
                "why",
                "You get this because you subscribed to %s."
                        .formatted(
                                content.markdown() == null
                                        ? Clean.line(content.campaign())
                                        : "mail from " + Clean.line(clinic.name())));
        return variables;
    }

    private static void number(List<ArticleView> articles, int first) {
        for (int i = 0; i < articles.size(); i++) {
            articles.set(i, articles.get(i).numbered(first + i));
        }
    }

    @SuppressWarnings("NullAway") // Thymeleaf tells a variable that is null from one that is not there
    private static void putNullable(Map<String, Object> variables, String name, @Nullable Object value) {
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
