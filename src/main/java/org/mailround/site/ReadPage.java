package org.mailround.site;

import org.mailround.delivery.Copies;
import org.mailround.token.Purpose;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A mail as its person got it, to read in a browser. */
@Controller
class ReadPage {

    /** It is a mail, not a page of ours: styles of its own, pictures from anywhere, and nothing that acts. */
    private static final String POLICY = "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline';"
            + " form-action 'none'; frame-ancestors 'none'; base-uri 'none';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private final PublicLinks links;
    private final Copies copies;

    ReadPage(PublicLinks links, Copies copies) {
        this.links = links;
        this.copies = copies;
    }

    @GetMapping("/read/{token}")
    Object read(@PathVariable String token) {
        return copies.html(links.number(Purpose.READ, token))
                .<Object>map(ReadPage::mail)
                .orElseGet(() -> new ModelAndView("site/unread", HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<String> mail(String html) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .body(html);
    }
}
