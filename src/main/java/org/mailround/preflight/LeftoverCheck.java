package org.mailround.preflight;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.mailround.campaign.Content;
import org.mailround.campaign.ShownArticle;
import org.mailround.campaign.Variant;
import org.springframework.stereotype.Component;

/**
 * Places that were to be filled in and were not. Articles may speak of such things, and arrive as they are; what a
 * template leaves over is wrong.
 */
@Component
class LeftoverCheck implements Check {

    /** Ours, Thymeleaf's, and those of the programs that templates are copied from. */
    private static final Pattern LEFTOVER = Pattern.compile(
            "\\{\\{[^{}\n]{1,80}\\}\\}|\\[[\\[(]\\$\\{[^\n]{0,80}|\\$\\{[^{}\n]{1,80}\\}|\\*\\|[A-Z_:]{2,40}\\|\\*|%%[A-Za-z_]{2,40}%%");

    @Override
    public Area area() {
        return Area.MAIL;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        for (Proposal proposal : proposals) {
            Set<String> leftovers = new LinkedHashSet<>();
            for (Variant variant : proposal.fitted().variants().all()) {
                Document html = Jsoup.parse(variant.html());
                collect(html.wholeText(), leftovers);
                collect(variant.text(), leftovers);
                collectAttributes(html, leftovers);
            }
            collect(proposal.draft().content().subject(), leftovers);
            leftovers.forEach(leftover -> tell(proposal, leftover, found));
        }
    }

    private static void collect(String text, Set<String> leftovers) {
        Matcher matcher = LEFTOVER.matcher(text);
        while (matcher.find()) {
            leftovers.add(matcher.group());
        }
    }

    private static void collectAttributes(Document html, Set<String> leftovers) {
        for (Element element : html.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().startsWith("th:")) {
                    leftovers.add(attribute.getKey() + "=\"" + attribute.getValue() + "\"");
                }
            }
        }
    }

    private static void tell(Proposal proposal, String leftover, Findings found) {
        Content content = proposal.draft().content();
        if (written(content).anyMatch(text -> text.contains(leftover))) {
            found.warning(
                    "mail.unresolved-slot",
                    proposal.name(),
                    "“%s” is sent as it stands, as it is part of what was written: if it was to be filled in, correct it there."
                            .formatted(leftover));
        } else {
            found.error(
                    "mail.unresolved-slot",
                    proposal.name(),
                    "“%s” would be sent as it stands: correct it in templates/%s.html or .txt."
                            .formatted(leftover, content.template()));
        }
    }

    private static Stream<String> written(Content content) {
        String markdown = content.markdown();
        Stream<String> frame = Stream.of(content.subject(), content.campaign(), markdown == null ? "" : markdown);
        return Stream.concat(frame, content.articles().stream().flatMap(LeftoverCheck::words));
    }

    private static Stream<String> words(ShownArticle article) {
        return Stream.of(
                article.title(),
                article.excerpt(),
                Jsoup.parse(article.html()).wholeText(),
                String.valueOf(article.imageAlt()));
    }
}
