package org.mailround.admin.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailround.words.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Whether there is room for what will be written. */
@Component
@Order(9)
class DiskPart implements Part {

    private static final String PART = "disk";

    /** Of what is little, so much is too little: a mailing could stop in the middle. */
    private static final int TOO_LITTLE = 4;

    private final Path directory;
    private final DataSize little;
    private final Sizes sizes;
    private final Words words;

    /** @param little with less free than this, somebody should look */
    DiskPart(
            @Value("${mailround.data-dir}") Path directory,
            @Value("${mailround.health.free-space:2GB}") DataSize little,
            Sizes sizes,
            Words words) {
        this.directory = directory;
        this.little = little;
        this.sizes = sizes;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        try {
            FileStore disk = Files.getFileStore(directory);
            return line(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + directory + " cannot be looked at.", e);
        }
    }

    private Line line(long free, long total) {
        String sentence = words.say("health.disk.free", sizes.say(free), sizes.say(total));
        if (free < little.toBytes() / TOO_LITTLE) {
            return Line.ill(PART, sentence, words.say("health.disk.mend", sizes.say(little.toBytes())));
        }
        return free < little.toBytes()
                ? Line.watch(PART, sentence, words.say("health.disk.mend", sizes.say(little.toBytes())))
                : Line.well(PART, sentence);
    }
}
