package org.mailround.site;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/** An answer that is a mail, and not a page of ours: styles of its own, pictures from anywhere, and nothing that acts. */
final class MailAnswer {

    private static final String POLICY = "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline';"
            + " form-action 'none'; frame-ancestors 'none'; base-uri 'none';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private MailAnswer() {}

    static BodyBuilder ok() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", POLICY);
    }
}
