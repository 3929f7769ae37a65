package org.mailround.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an inbox shows beside the subject. */
final class Preheader {

    private static final Pattern WORD = Pattern.compile("(?:" + Slots.REGEX + "|\\S)++");
    private static final int LONGEST = 150;

    private Preheader() {}

    /** What is inside: the titles, or how a running text opens. Plain text, with slots if the body has them. */
    static String of(@Nullable Body body, List<ArticleView> articles, List<ArticleView> more) {
        List<String> titles = new ArrayList<>();
        articles.forEach(article -> titles.add(article.title()));
        more.forEach(article -> titles.add(article.title()));
        return cut(body == null ? String.join(" · ", titles) : body.opening());
    }

    private static String cut(String text) {
        StringBuilder cut = new StringBuilder();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (!cut.isEmpty() && Wrap.width(cut + word.group()) >= LONGEST) {
                return cut.append('…').toString();
            }
            cut.append(cut.isEmpty() ? "" : " ").append(word.group());
        }
        return cut.toString();
    }
}
