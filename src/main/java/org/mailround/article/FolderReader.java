package org.mailround.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailround.clinic.Clinic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the files of a folder; not those of folders in it. */
@Component
class FolderReader {

    static final int MOST_OCTETS = 10 * 1024 * 1024;

    private static final Pattern ARTICLE = Pattern.compile("[^.].*\\.(md|html?|txt)");

    private final Path home;
    private final ZoneId zone;

    FolderReader(@Value("${mailround.home}") Path home, Clinic clinic) {
        this.home = home;
        this.zone = clinic.zone();
    }

    /**
     * Every article in the folder, by the names of the files.
     *
     * @throws UnreadableException if the folder cannot be read
     */
    List<Item> read(Source.Folder source) throws UnreadableException {
        Path folder = home.resolve(source.folder());
        List<Item> items = new ArrayList<>();
        for (Path file : files(folder)) {
            items.add(item(file, source));
        }
        return items;
    }

    private static List<Path> files(Path folder) throws UnreadableException {
        if (!Files.exists(folder)) {
            throw new UnreadableException(
                    "the folder %s does not exist: create it, or correct the source's folder".formatted(folder));
        }
        if (!Files.isDirectory(folder)) {
            throw new UnreadableException(
                    "%s is a file: name the folder it is in as the source's folder".formatted(folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            ARTICLE.matcher(name(file).toLowerCase(Locale.ROOT)).matches())
                    .filter(file -> !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableException(
                    "the folder %s cannot be read: give the program permission to read it".formatted(folder), e);
        }
    }

    private Item item(Path file, Source.Folder source) {
        try {
            Draft draft = draft(file, source);
            if (draft.html().isEmpty()
                    && draft.link() == null
                    && draft.excerpt().isEmpty()) {
                throw new UnreadableException("it has a title and no text: write the article below it");
            }
            return draft;
        } catch (UnreadableException e) {
            return new Item.Refused(name(file), null, name(file) + ": " + e.reason());
        }
    }

    private Draft draft(Path file, Source.Folder source) throws UnreadableException {
        String text = text(file);
        try {
            return Draft.of(found(name(file), text), source.topics());
        } catch (StackOverflowError e) {
            throw UnreadableException.tooDeep(e);
        }
    }

    private Found found(String name, String text) throws UnreadableException {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ending.equals("md")) {
            return MarkdownFile.read(name, text, zone);
        }
        if (ending.equals("txt")) {
            PastedText pasted = PastedText.of(text);
            return Found.text(name, pasted.title(), pasted.html());
        }
        return HtmlFile.read(name, text);
    }

    private static String text(Path file) throws UnreadableException {
        byte[] octets = octets(file);
        if (octets.length > MOST_OCTETS) {
            throw new UnreadableException(
                    "it is larger than 10 MB: an article is a few pages of text, pictures by link");
        }
        String text = TextEncoding.decode(octets).replace("\r\n", "\n").replace('\r', '\n');
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableException("it is no text: save it as plain text, Markdown or HTML");
        }
        if (text.isBlank()) {
            throw new UnreadableException("it is empty: write the article, or take the file away");
        }
        return text;
    }

    private static byte[] octets(Path file) throws UnreadableException {
        // A pipe, or a link that leads nowhere, would be waited for.
        if (Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(MOST_OCTETS + 1);
            } catch (IOException e) {
                throw new UnreadableException("it cannot be read: give the program permission to read it", e);
            }
        }
        throw new UnreadableException("it is no file that can be read: put the file itself there");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
