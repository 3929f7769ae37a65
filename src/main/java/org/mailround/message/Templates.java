package org.mailround.message;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/** The files in {@code templates/}: the one thing in the house that is Thymeleaf. */
@Component
class Templates {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

    private final Path folder;
    // Not Spring's own engine: that would look for words among the messages of the pages for staff.
    private final TemplateEngine engine = new TemplateEngine();

    Templates(@Value("${mailround.home}") Path home) {
        this.folder = home.resolve("templates");
        FileTemplateResolver files = new FileTemplateResolver();
        files.setPrefix(folder + "/");
        files.setCharacterEncoding("UTF-8");
        // A clinic edits them while the program runs; they are read once an edition, not once a mail.
        files.setCacheable(false);
        engine.setDialect(new SpringStandardDialect());
        engine.setMessageResolver(new WordResolver());
        engine.setTemplateResolver(files);
        engine.setEngineContextFactory(new StrictContexts());
    }

    boolean has(String name) {
        return NAME.matcher(name).matches()
                && Files.isRegularFile(folder.resolve(name + ".html"))
                && Files.isRegularFile(folder.resolve(name + ".txt"));
    }

    /**
     * @param name of the template, without ending
     * @throws TemplateException if there is no such template: one has an HTML and a text file
     */
    void require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new TemplateException(
                    "“%s” is no name of a template: use the name of a file in templates/, without .html"
                            .formatted(name));
        }
        for (String ending : new String[] {".html", ".txt"}) {
            if (!Files.isRegularFile(folder.resolve(name + ending))) {
                throw new TemplateException(
                        "templates/%s%s is missing: put it there, or use another template".formatted(name, ending));
            }
        }
    }

    /**
     * @param file in the folder, with its ending
     * @throws TemplateException if it is broken, or words that it uses are not there
     */
    Document html(String file, FixedWords words, Map<String, Object> variables) {
        Document document = Jsoup.parse(process(file, words, variables));
        // Pretty printing would put blanks where there are none.
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /** The same for a text, in lines separated by LF. */
    String text(String file, FixedWords words, Map<String, Object> variables) {
        return process(file, words, variables).replaceAll("\r\n?", "\n");
    }

    private String process(String file, FixedWords words, Map<String, Object> variables) {
        StringWriter result = new StringWriter();
        Context context = new Context(words.locale(), variables);
        context.setVariable(WordResolver.WORDS, words);
        try {
            // Not engine.process: it would log the failure with its whole stack, besides throwing it.
            engine.getConfiguration()
                    .getTemplateManager()
                    .parseAndProcess(new TemplateSpec(file, (TemplateMode) null), context, result);
            return result.toString();
        } catch (RuntimeException e) {
            throw BrokenTemplate.explain(file, e, (name, line) -> SourceLines.inFile(folder.resolve(name), line));
        }
    }
}
