package org.mailround.admin.staff;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text as a picture that a telephone's camera reads (ISO/IEC 18004). */
final class QrCodes {

    /** Modules of white around it that the standard asks for. */
    private static final int QUIET = 4;

    private QrCodes() {}

    /** As an address with the whole picture (SVG) in it: it never lies where it could be fetched. */
    static String dataUri(String text) {
        byte[] svg = svg(QrCode.encodeText(text, QrCode.Ecc.MEDIUM)).getBytes(StandardCharsets.UTF_8);
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
    }

    private static String svg(QrCode code) {
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append("M%d,%dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>""".formatted(code.size + 2 * QUIET, dark);
    }
}
