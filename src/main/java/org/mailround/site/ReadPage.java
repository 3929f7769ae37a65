package org.mailround.site;

import org.mailround.delivery.Copies;
import org.mailround.token.Purpose;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A mail as its person got it, to read in a browser. */
@Controller
class ReadPage {

    private final PublicLinks links;
    private final Copies copies;

    ReadPage(PublicLinks links, Copies copies) {
        this.links = links;
        this.copies = copies;
    }

    @GetMapping("/read/{token}")
    Object read(@PathVariable String token) {
        return copies.html(links.number(Purpose.READ, token))
                .<Object>map(html -> MailAnswer.ok().body(html))
                .orElseGet(() -> new ModelAndView("site/unread", HttpStatus.NOT_FOUND));
    }
}
