package org.mailround.admin;

import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** A mail within a page: in a frame of its own that runs nothing, whatever the mail says. */
final class MailFrame {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; frame-ancestors 'self'; sandbox";

    private MailFrame() {}

    /** @param html made when it is asked for; a complaint is shown in its place */
    static ResponseEntity<String> of(Supplier<String> html) {
        try {
            return shown(html.get());
        } catch (RuntimeException e) {
            return shown("""
                    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>No preview</title></head>
                    <body style="font: 1rem/1.5 system-ui, sans-serif; padding: 1rem"><p>%s</p></body></html>
                    """.formatted(HtmlUtils.htmlEscape(Complaint.of(e))));
        }
    }

    private static ResponseEntity<String> shown(String html) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .body(html);
    }
}
