package org.mailround.message;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSParseErrorHandler;
import com.helger.css.writer.CSSWriterSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Moves the rules of style sheets into style attributes, because some mail programs drop style sheets. What an attribute
 * cannot say stays in the sheet: at-rules, rules with a pseudo-class, and rules that match nothing here, which address
 * what a mail program wraps around a mail. Since attributes outrank sheets, such rules need {@code !important}.
 *
 * <p>A sheet marked {@code <style data-keep>} is left as it is. One marked {@code <style data-shared>} is made for several
 * templates, so what matches nothing here goes.
 */
final class CssInliner {

    private static final CSSWriterSettings FORMAT = new CSSWriterSettings();

    private final String file;
    private final Document document;
    private final List<Applied> applied = new ArrayList<>();

    private CssInliner(String file, Document document) {
        this.file = file;
        this.document = document;
    }

    /** @throws TemplateException if a sheet cannot be read */
    static void inline(String file, Document document) {
        new CssInliner(file, document).inline();
    }

    private void inline() {
        for (Element style : document.select("style")) {
            if (style.hasAttr("data-keep")) {
                style.removeAttr("data-keep");
            } else if (!style.hasAttr("media")) {
                move(style);
            }
        }
        // Stable: of two rules with the same specificity the later one wins (CSS Cascade section 6.4).
        applied.sort(Comparator.comparing(Applied::specificity));
        StyleAttributes.write(applied);
    }

    private void move(Element style) {
        boolean shared = style.hasAttr("data-shared");
        style.removeAttr("data-shared");
        CascadingStyleSheet sheet = read(style.data(), shared);
        List<String> kept = new ArrayList<>();
        sheet.getAllImportRules().forEach(rule -> kept.add(rule.getAsCSSString(FORMAT)));
        for (ICSSTopLevelRule rule : sheet.getAllRules()) {
            String rest =
                    rule instanceof CSSStyleRule styleRule ? move(styleRule, shared) : rule.getAsCSSString(FORMAT);
            if (rest != null) {
                kept.add(rest.strip());
            }
        }
        if (kept.isEmpty()) {
            style.remove();
        } else {
            style.empty().appendChild(new DataNode("\n" + String.join("\n", kept) + "\n"));
        }
    }

    private @Nullable String move(CSSStyleRule rule, boolean shared) {
        List<CSSSelector> kept = new ArrayList<>();
        for (CSSSelector selector : rule.getAllSelectors()) {
            List<Element> elements = matches(selector);
            elements.forEach(
                    element -> applied.add(new Applied(element, Specificity.of(selector), rule.getAllDeclarations())));
            if (elements.isEmpty() && !shared) {
                kept.add(selector);
            }
        }
        if (kept.isEmpty()) {
            return null;
        }
        return kept.stream().map(selector -> selector.getAsCSSString(FORMAT)).collect(Collectors.joining(",\n"))
                + " {"
                + rule.getAllDeclarations().stream()
                        .map(declaration -> " " + declaration.getAsCSSString(FORMAT) + ";")
                        .collect(Collectors.joining())
                + " }";
    }

    private List<Element> matches(CSSSelector selector) {
        String css = selector.getAsCSSString(FORMAT);
        if (css.contains(":")) {
            return List.of();
        }
        try {
            return document.select(css).stream()
                    .filter(element -> element.closest("head") == null)
                    .toList();
        } catch (Selector.SelectorParseException e) {
            return List.of(); // newer than jsoup: mail programs may know it
        }
    }

    private CascadingStyleSheet read(String css, boolean shared) {
        AtomicReference<Integer> line = new AtomicReference<>();
        CascadingStyleSheet sheet = CSSReader.readFromStringStream(
                css,
                new CSSReaderSettings()
                        .setCustomErrorHandler(new DoNothingCSSParseErrorHandler())
                        .setCustomExceptionHandler(
                                e -> line.set(e.currentToken == null ? null : e.currentToken.next.beginLine)));
        if (sheet == null) {
            String which = shared
                    ? "the sheet that templates/%s shares with others, such as templates/layout.css, is"
                    : "templates/%s has a <style> that is";
            throw new TemplateException((which + " no CSS%s: correct it")
                    .formatted(file, line.get() == null ? "" : ", at its line " + line.get()));
        }
        return sheet;
    }

    /** Declarations of a rule that matched an element. */
    record Applied(Element element, Specificity specificity, List<CSSDeclaration> declarations) {}
}
