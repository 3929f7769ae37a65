package org.mailround.preflight;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads how wide a picture is from its head; none of it is decoded. */
final class PictureWidth {

    private PictureWidth() {}

    /**
     * In pixels; empty where it is of no format that Java knows.
     *
     * @param octets the picture, or its beginning
     */
    static OptionalInt of(byte[] octets) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(octets))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return OptionalInt.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return OptionalInt.of(reader.getWidth(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // readers throw whatever they like at what was cut off or made to harm
            return OptionalInt.empty();
        }
    }
}
