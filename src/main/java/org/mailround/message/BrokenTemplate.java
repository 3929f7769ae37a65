package org.mailround.message;

import java.io.FileNotFoundException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attoparser.ParseException;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** Says in one sentence, for whoever edits templates, what Thymeleaf says in a chain of causes. */
final class BrokenTemplate {

    private static final Pattern EXPRESSION =
            Pattern.compile("(?:expression|fragment): \"(.*?)\"(?: \\(template|:|$)", Pattern.DOTALL);

    private BrokenTemplate() {}

    static TemplateException explain(String file, Throwable failure) {
        return explain(file, failure, (name, line) -> line);
    }

    /** @param lines the line of a file, by its name and the line as Thymeleaf counts */
    static TemplateException explain(String file, Throwable failure, BiFunction<String, Integer, Integer> lines) {
        String name = file;
        Integer line = null;
        String expression = null;
        String known = null;
        for (Throwable cause : causes(failure)) {
            if (cause instanceof TemplateProcessingException thymeleaf) {
                // the innermost that knows: a fragment may stand in another file than the one that uses it
                if (thymeleaf.hasLineAndCol()) {
                    line = thymeleaf.getLine();
                    name = thymeleaf.hasTemplateName() ? fileName(thymeleaf.getTemplateName()) : name;
                }
                Matcher matcher = EXPRESSION.matcher(String.valueOf(thymeleaf.getMessage()));
                expression = matcher.find() ? matcher.group(1) : expression;
            } else if (cause instanceof ParseException parse && parse.getLine() != null) {
                line = parse.getLine();
            } else if (cause instanceof StrictContexts.UnknownVariable unknown) {
                known = "there is no variable “%s”: correct its name, or take it out".formatted(unknown.getMessage());
            } else if (cause instanceof FixedWords.BrokenWords words) {
                known = words.getMessage();
            } else if (cause instanceof FileNotFoundException missing) {
                // no line: Thymeleaf gives the one where it is asked for, and not in which file
                return new TemplateException(
                        "templates/%s is missing: put it there, or take out what asks for it"
                                .formatted(missingFile(missing)),
                        failure);
            } else if (cause instanceof TemplateException told) {
                return told;
            }
        }
        return new TemplateException(
                "templates/%s%s %s"
                        .formatted(
                                name,
                                line == null ? "" : ", line " + lines.apply(name, line) + ":",
                                known == null ? mend(expression) : known),
                failure);
    }

    private static String mend(@Nullable String expression) {
        if (expression != null) {
            return "“%s” cannot be worked out: correct it, or take it out".formatted(expression);
        }
        return "cannot be read as a template: correct what stands there";
    }

    /** Its message is the path, and what the system says of it. */
    private static String missingFile(FileNotFoundException missing) {
        return fileName(String.valueOf(missing.getMessage()).replaceFirst(" \\(.*", ""));
    }

    private static String fileName(String template) {
        return template.substring(Math.max(template.lastIndexOf('/'), template.lastIndexOf('\\')) + 1);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < 50; cause = cause.getCause()) {
            causes.add(cause);
        }
        return Collections.unmodifiableList(causes);
    }
}
