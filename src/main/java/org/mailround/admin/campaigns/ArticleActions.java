package org.mailround.admin.campaigns;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.mailround.admin.Audited;
import org.mailround.admin.Complaint;
import org.mailround.article.Article;
import org.mailround.campaign.ArticleChoices;
import org.mailround.campaign.Campaign;
import org.mailround.smtp.Relay;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff decide about an article before a digest has it. */
@Controller
@RequestMapping("/campaigns/{name}/articles/{id:\\d+}")
class ArticleActions {

    private final Digests digests;
    private final NextArticles articles;
    private final ArticleChoices choices;
    private final Relay relay;

    ArticleActions(Digests digests, NextArticles articles, ArticleChoices choices, Relay relay) {
        this.digests = digests;
        this.articles = articles;
        this.choices = choices;
        this.relay = relay;
    }

    @PostMapping("/put-first")
    @Audited("put an article first")
    String putFirst(@PathVariable String name, @PathVariable long id, RedirectAttributes next) {
        return place(name, id, choices::putFirst, "“%s” comes first.", next);
    }

    @PostMapping("/move-up")
    @Audited("moved an article up")
    String moveUp(@PathVariable String name, @PathVariable long id, RedirectAttributes next) {
        return place(name, id, choices::moveUp, "“%s” comes earlier.", next);
    }

    @PostMapping("/move-down")
    @Audited("moved an article down")
    String moveDown(@PathVariable String name, @PathVariable long id, RedirectAttributes next) {
        return place(name, id, choices::moveDown, "“%s” comes later.", next);
    }

    @PostMapping("/by-date")
    @Audited("let an article come by its date")
    String byDate(@PathVariable String name, @PathVariable long id, RedirectAttributes next) {
        return place(name, id, choices::orderByDate, "“%s” comes by its date again.", next);
    }

    @PostMapping("/leave-out")
    @Audited("left an article out")
    String leaveOut(@PathVariable String name, @PathVariable long id, RedirectAttributes next) {
        Campaign digest = digests.named(name);
        Article article = articles.coming(digest, id);
        choices.exclude(digest, id);
        next.addFlashAttribute("arranged", "“%s” is left out.".formatted(article.title()));
        return "redirect:/campaigns/%s#articles".formatted(digest.name());
    }

    @PostMapping("/put-back")
    @Audited("put an article back")
    String putBack(@PathVariable String name, @PathVariable long id, RedirectAttributes next) {
        Campaign digest = digests.named(name);
        Article article = articles.leftOut(digest, id);
        choices.include(digest, id);
        return back(digest, article, "“%s” comes again.", next);
    }

    private String place(String name, long id, Placing placing, String sentence, RedirectAttributes next) {
        Campaign digest = digests.named(name);
        Article article = articles.coming(digest, id);
        placing.place(digest, id, relay.isSandbox());
        return back(digest, article, sentence, next);
    }

    /** To where the article stands now, so that whoever goes by keyboard goes on from there. */
    private static String back(Campaign digest, Article article, String sentence, RedirectAttributes next) {
        next.addFlashAttribute("arranged", sentence.formatted(article.title()));
        return "redirect:/campaigns/%s#article-%d".formatted(digest.name(), article.id());
    }

    @ExceptionHandler
    String refused(Complaint e, HttpServletRequest request, RedirectAttributes next) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        next.addFlashAttribute("wrong", e.getMessage());
        return "redirect:/campaigns/" + ((Map<?, ?>) variables).get("name");
    }

    /** Gives an article another place in the next edition. */
    private interface Placing {

        void place(Campaign digest, long article, boolean sandbox);
    }
}
