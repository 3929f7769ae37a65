package org.mailround.message;

import com.helger.css.decl.CSSDeclaration;
import com.helger.css.writer.CSSWriterSettings;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Writes the declarations that win the cascade for an element into its style attribute. */
final class StyleAttributes {

    private static final CSSWriterSettings FORMAT = new CSSWriterSettings();

    /** By property, the winners last, so that a shorthand and what refines it keep their order. */
    private final Map<String, String> normal = new LinkedHashMap<>();

    private final Map<String, String> important = new LinkedHashMap<>();

    private StyleAttributes() {}

    /** @param applied in the order of the cascade, the weakest first */
    static void write(List<CssInliner.Applied> applied) {
        Map<Element, StyleAttributes> styles = new IdentityHashMap<>();
        for (CssInliner.Applied rule : applied) {
            styles.computeIfAbsent(rule.element(), element -> new StyleAttributes())
                    .add(rule.declarations());
        }
        styles.forEach((element, style) -> element.attr("style", style.with(element.attr("style"))));
    }

    private void add(List<CSSDeclaration> declarations) {
        Map<String, String> ownNormal = new LinkedHashMap<>();
        Map<String, String> ownImportant = new LinkedHashMap<>();
        for (CSSDeclaration declaration : declarations) {
            String value = declaration.getProperty() + ":"
                    + declaration.getExpression().getAsCSSString(FORMAT, 0);
            // Twice in one rule is a fallback for programs that do not know the second: both stay.
            (declaration.isImportant() ? ownImportant : ownNormal)
                    .merge(declaration.getProperty().toLowerCase(Locale.ROOT), value, (a, b) -> a + ";" + b);
        }
        ownNormal.forEach((property, value) -> overrule(normal, property, value));
        ownImportant.forEach((property, value) -> overrule(important, property, value));
    }

    private static void overrule(Map<String, String> style, String property, String value) {
        style.remove(property);
        style.put(property, value);
    }

    /** What stands in the attribute wins over sheets, but not over what they call important. */
    private String with(String attribute) {
        important.keySet().forEach(normal::remove);
        String own = attribute.strip();
        StringBuilder style = new StringBuilder(String.join(";", normal.values()));
        append(style, own.endsWith(";") ? own.substring(0, own.length() - 1) : own);
        append(style, String.join(";", important.values()));
        return style.toString();
    }

    private static void append(StringBuilder style, String declarations) {
        style.append(style.isEmpty() || declarations.isEmpty() ? "" : ";").append(declarations);
    }
}
