package org.mailround.judgement;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The octets and the text of a part, decoded as far as they can be. */
final class TextOf {

    private TextOf() {}

    /** As many octets as can be decoded. */
    static byte[] octets(MimePart part, int most) {
        byte[] decoded = new byte[0];
        try (InputStream in = part.getInputStream()) {
            decoded = head(in, most);
        } catch (MessagingException | IOException | RuntimeException e) {
            // read as it is, below
        }
        if (decoded.length > 0) {
            return decoded;
        }
        try (InputStream in = raw(part)) {
            return in == null ? decoded : head(in, most);
        } catch (MessagingException | IOException | RuntimeException e) {
            return decoded;
        }
    }

    private static @Nullable InputStream raw(MimePart part) throws MessagingException {
        return part instanceof MimeMessage message
                ? message.getRawInputStream()
                : part instanceof MimeBodyPart body ? body.getRawInputStream() : null;
    }

    private static byte[] head(InputStream in, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            int read = in.read(buffer);
            while (read > 0 && out.size() < most) {
                out.write(buffer, 0, Math.min(read, most - out.size()));
                read = in.read(buffer);
            }
        } catch (IOException | RuntimeException e) {
            // what came before the broken place counts
        }
        return out.toByteArray();
    }

    static String plain(byte[] octets, @Nullable String contentType) {
        return decode(octets, charset(contentType))
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\0", "");
    }

    /** The words of a page, with line breaks where a reader sees them. */
    static String ofHtml(String html) {
        var page = Jsoup.parse(html);
        page.select("style, script, title").remove();
        page.select("br, p, div, tr, li, h1, h2, h3, pre, blockquote").forEach(block -> block.prependText("\\n"));
        return page.text().replace("\\n ", "\n").replace("\\n", "\n").replace('\u00a0', ' ');
    }

    private static @Nullable Charset charset(@Nullable String contentType) {
        try {
            String name = contentType == null ? null : new ContentType(contentType).getParameter("charset");
            return name == null || name.equalsIgnoreCase("us-ascii")
                    ? null
                    : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | RuntimeException e) {
            return null;
        }
    }

    private static String decode(byte[] octets, @Nullable Charset declared) {
        if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
            return new String(octets, declared);
        }
        if (isIso2022(octets)) {
            return new String(octets, Charset.forName("ISO-2022-JP"));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(octets, declared != null ? declared : Charset.forName("windows-1252"));
        }
    }

    private static boolean isIso2022(byte[] octets) {
        for (int i = 0; i + 2 < octets.length; i++) {
            if (octets[i] == 0x1b && octets[i + 1] == '$' && (octets[i + 2] == 'B' || octets[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }
}
