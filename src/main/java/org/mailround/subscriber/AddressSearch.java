package org.mailround.subscriber;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mailround.rfc.EmailAddress;

/** Looks for an address in files of text, however large they are. */
final class AddressSearch {

    private static final int BLOCK = 1 << 16;

    /** Longer than an address: what the end of a block breaks is looked at again with the next. */
    private static final int OVERLAP = 600;

    private AddressSearch() {}

    static boolean names(Path file, EmailAddress address) {
        try (Reader text = CsvFormat.detect(file, Mapping.NONE).open(file)) {
            char[] block = new char[BLOCK];
            int filled = 0;
            for (int read = text.read(block); read >= 0; read = text.read(block, filled, BLOCK - filled)) {
                filled += read;
                if (address.isNamedIn(new String(block, 0, filled))) {
                    return true;
                }
                int kept = Math.min(filled, OVERLAP);
                System.arraycopy(block, filled - kept, block, 0, kept);
                filled = kept;
            }
            return false;
        } catch (UnreadableCsvException e) {
            return false; // no text: a workbook that somebody left there, which nothing here reads
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }

    /** The files of a folder, and of those in it, with that ending, which name the address. */
    static List<Path> in(Path folder, String ending, EmailAddress address) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .filter(file -> names(file, address))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read.", e);
        }
    }
}
