package org.mailround.site;

import org.mailround.subscriber.Subscriptions;
import org.mailround.token.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The second yes of somebody who subscribed. Programs that follow every link in a mail say it for nobody. */
@Controller
@RequestMapping("/confirm/{token}")
class ConfirmPage {

    /** What is on the button. */
    private static final String WORDING = "Yes, send it to me";

    private static final Logger log = LoggerFactory.getLogger(ConfirmPage.class);

    private final PublicLinks links;
    private final Subscriptions subscriptions;

    ConfirmPage(PublicLinks links, Subscriptions subscriptions) {
        this.links = links;
        this.subscriptions = subscriptions;
    }

    @ModelAttribute
    void words(@PathVariable String token, Model model) {
        model.addAttribute("token", token).addAttribute("wording", WORDING);
    }

    @GetMapping({"", "/undo"})
    String ask() {
        return "site/confirm";
    }

    @PostMapping
    String confirm(@PathVariable String token) {
        long subscription = links.number(Purpose.CONFIRM, token);
        subscriptions.confirm(subscription, "confirmed by link", WORDING);
        log.info("Confirmed by link: subscription {}", subscription);
        return "site/confirmed";
    }

    @PostMapping("/undo")
    String decline(@PathVariable String token) {
        long subscription = links.number(Purpose.CONFIRM, token);
        subscriptions.decline(subscription);
        log.info("Declined by link: subscription {}", subscription);
        return "site/declined";
    }
}
