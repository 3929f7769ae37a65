package org.mailround.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailround.campaign.Content;
import org.mailround.campaign.Draft;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;
import org.mailround.campaign.Variant;
import org.mailround.campaign.Variants;
import org.springframework.stereotype.Component;

/**
 * Renders content so that Gmail shows all of it. A digest that is too long shows whole articles by their beginning, then
 * articles by their title, each time from the end; what does not even fit as a title waits for the next edition.
 */
@Component
public class Fitter {

    /** The HTML of a mail stays below so many bytes: Gmail clips it at 102 KB, and hides the footer. */
    public static final int HTML_OCTETS = 100_000;

    private final Renderer renderer;

    Fitter(Renderer renderer) {
        this.renderer = renderer;
    }

    /**
     * Renders what a draft says, and each selection of it. What does not fit into the edition itself is in no selection of
     * it either: it waits for the next.
     *
     * @param languages what its recipients read, as BCP 47 tags
     * @throws TemplateException if the template is missing or broken
     * @throws MergeTagException if what staff wrote cannot be sent
     */
    public Fitted fit(Draft draft, Set<String> languages) {
        Fitted usual = fit(draft.content(), languages);
        List<Variant> variants = new ArrayList<>(usual.variants().all());
        int octets = usual.octets();
        List<Content> others = draft.saying(usual.content()).selections().others();
        for (int number = 1; number <= others.size(); number++) {
            Content content = others.get(number - 1);
            if (!content.articles().isEmpty()) {
                Fitted fitted = fit(content, languages);
                variants.addAll(fitted.variants().of(number, content.subject()));
                octets = Math.max(octets, fitted.octets());
            }
        }
        return usual.with(new Variants(variants), octets);
    }

    /**
     * Renders content, shortened as far as it must be.
     *
     * @param languages what its recipients read, as BCP 47 tags
     * @return the shortest there is, where not even that fits
     * @throws TemplateException if the template is missing or broken
     * @throws MergeTagException if what staff wrote cannot be sent
     */
    public Fitted fit(Content content, Set<String> languages) {
        int shortest = steps(content);
        int least = leastSteps(content);
        Fitted most = shortened(content, languages, least);
        if (most.octets() < HTML_OCTETS || least == shortest) {
            return most;
        }
        int tooLong = least;
        int fits = shortest;
        Fitted fitted = shortened(content, languages, shortest);
        while (fits - tooLong > 1) {
            int between = (tooLong + fits) >>> 1;
            Fitted attempt = shortened(content, languages, between);
            if (attempt.octets() < HTML_OCTETS) {
                fits = between;
                fitted = attempt;
            } else {
                tooLong = between;
            }
        }
        return fitted;
    }

    /** How often it must be shortened before the whole articles alone may fit: there is no need to render them to see. */
    private static int leastSteps(Content content) {
        long whole = content.articles().stream()
                .filter(article -> article.shown() == Shown.FULL)
                .mapToLong(article -> article.html().length())
                .sum();
        int steps = 0;
        for (int i = content.articles().size() - 1; i >= 0 && whole >= HTML_OCTETS; i--) {
            ShownArticle article = content.articles().get(i);
            if (article.shown() == Shown.FULL) {
                whole -= article.html().length();
                steps++;
            }
        }
        return steps;
    }

    private Fitted shortened(Content content, Set<String> languages, int steps) {
        List<ShownArticle> articles = new ArrayList<>(content.articles());
        int rest = steps;
        int excerpts = step(articles, Shown.FULL, Shown.EXCERPT, rest);
        rest -= excerpts;
        int titles =
                step(articles.subList(Math.min(1, articles.size()), articles.size()), Shown.EXCERPT, Shown.TITLE, rest);
        rest -= titles;
        int left = Math.min(rest, Math.max(0, articles.size() - 1));
        Content shorter = content.showing(articles.subList(0, articles.size() - left));
        var variants = renderer.render(shorter, languages);
        int octets =
                variants.all().stream().mapToInt(renderer::htmlOctets).max().orElse(0);
        return new Fitted(
                shorter,
                variants,
                octets,
                shownAs(articles, content, left, Shown.EXCERPT),
                shownAs(articles, content, left, Shown.TITLE),
                left);
    }

    /** How often it could be shortened. */
    private static int steps(Content content) {
        List<ShownArticle> articles = content.articles();
        int full = (int) articles.stream()
                .filter(article -> article.shown() == Shown.FULL)
                .count();
        int titled = (int) articles.stream()
                .skip(1)
                .filter(article -> article.shown() != Shown.TITLE)
                .count();
        return full + titled + Math.max(0, articles.size() - 1);
    }

    /** Shows articles in another way, from the end on, as many as it may. */
    private static int step(List<ShownArticle> articles, Shown from, Shown to, int most) {
        int changed = 0;
        for (int i = articles.size() - 1; i >= 0 && changed < most; i--) {
            if (articles.get(i).shown() == from) {
                articles.set(i, articles.get(i).as(to));
                changed++;
            }
        }
        return changed;
    }

    private static int shownAs(List<ShownArticle> articles, Content content, int left, Shown how) {
        int count = 0;
        for (int i = 0; i < articles.size() - left; i++) {
            count += articles.get(i).shown() == how && content.articles().get(i).shown() != how ? 1 : 0;
        }
        return count;
    }
}
