package org.mailround.admin.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.AbsentException;
import org.mailround.admin.MailFrame;
import org.mailround.admin.PageOf;
import org.mailround.article.Article;
import org.mailround.article.Articles;
import org.mailround.article.SourceNames;
import org.mailround.campaign.ArticleUse;
import org.mailround.campaign.ArticleUses;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every article that was found, and which editions had it. */
@Controller
@RequestMapping("/articles")
class ArticlesPage {

    private final Articles articles;
    private final ArticleUses uses;
    private final SourceNames sources;

    ArticlesPage(Articles articles, ArticleUses uses, SourceNames sources) {
        this.articles = articles;
        this.uses = uses;
        this.sources = sources;
    }

    /** An article, and the editions that had it. */
    record Row(Article article, List<ArticleUse> uses) {

        Row {
            uses = List.copyOf(uses);
        }
    }

    /** @param before the number of the last one of the page before */
    @GetMapping
    String articles(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String source,
            @RequestParam @Nullable Long before,
            Model model) {
        List<Article> found = articles.newest(q, source, before == null ? Long.MAX_VALUE : before, PageOf.SIZE + 1);
        boolean more = found.size() > PageOf.SIZE;
        List<Article> shown = more ? found.subList(0, PageOf.SIZE) : found;
        model.addAttribute("q", q);
        model.addAttribute("source", source);
        model.addAttribute("sources", sources.all());
        model.addAttribute("rows", rows(shown));
        model.addAttribute("next", more ? shown.get(shown.size() - 1).id() : null);
        model.addAttribute("isFirst", before == null);
        return "articles";
    }

    private List<Row> rows(List<Article> shown) {
        Map<Long, List<ArticleUse>> byArticle = uses
                .of(shown.stream().map(Article::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ArticleUse::article));
        return shown.stream()
                .map(article -> new Row(article, byArticle.getOrDefault(article.id(), List.of())))
                .toList();
    }

    @GetMapping("/{id:\\d+}")
    String article(@PathVariable long id, Model model) {
        Article article = find(id);
        model.addAttribute("article", article);
        model.addAttribute("uses", uses.of(List.of(id)));
        return "article";
    }

    /** In a frame of its own: it was made safe when it was collected, and stays apart all the same. */
    @GetMapping("/{id:\\d+}/text")
    ResponseEntity<String> text(@PathVariable long id) {
        Article article = find(id);
        return MailFrame.of(() -> Optional.of(article.html().isEmpty() ? article.excerpt() : article.html()));
    }

    private Article find(long id) {
        return articles.withIds(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new AbsentException("article " + id));
    }
}
