package org.mailround.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a line of a template stands in its file: Thymeleaf counts without the comments that it takes out first. */
final class SourceLines {

    /** Not those that begin with {@code <!--/*}{@code /}: what stands in them stays. */
    private static final Pattern COMMENT = Pattern.compile("<!--/\\*(?!/).*?\\*/-->", Pattern.DOTALL);

    private SourceLines() {}

    /**
     * @param line as Thymeleaf counts, from 1
     * @return as an editor does; the same where the file cannot be read
     */
    static int inFile(Path file, int line) {
        try {
            return inText(Files.readString(file), line);
        } catch (IOException e) {
            return line;
        }
    }

    private static int inText(String text, int line) {
        Matcher comment = COMMENT.matcher(text);
        int next = comment.find() ? comment.start() : text.length();
        int counted = 1;
        for (int i = 0; i < text.length(); i++) {
            if (i == next) {
                i = comment.end() - 1;
                next = comment.find() ? comment.start() : text.length();
            } else if (counted == line && !Character.isWhitespace(text.charAt(i))) {
                return 1 + newlines(text.substring(0, i));
            } else if (text.charAt(i) == '\n') {
                counted++;
            }
        }
        return line;
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
