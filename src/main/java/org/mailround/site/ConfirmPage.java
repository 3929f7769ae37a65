package org.mailround.site;

import org.mailround.subscriber.SubscriptionRequests;
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

/**
 * The second yes of somebody who subscribed. Programs that follow every link in a mail say it for nobody. The pages name
 * no list: so they say the same whether the token is known, was used or is too old, or is made up.
 */
@Controller
@RequestMapping("/confirm/{token}")
class ConfirmPage {

    private static final Logger log = LoggerFactory.getLogger(ConfirmPage.class);

    private final PublicLinks links;
    private final SubscriptionRequests requests;

    ConfirmPage(PublicLinks links, SubscriptionRequests requests) {
        this.links = links;
        this.requests = requests;
    }

    @ModelAttribute
    void token(@PathVariable String token, Model model) {
        model.addAttribute("token", token);
    }

    @GetMapping({"", "/undo"})
    String ask() {
        return "site/confirm";
    }

    @PostMapping
    String confirm(@PathVariable String token) {
        long request = links.number(Purpose.CONFIRM, token);
        requests.confirm(request);
        log.info("A yes to request {}", request);
        return "site/confirmed";
    }

    @PostMapping("/undo")
    String decline(@PathVariable String token) {
        long request = links.number(Purpose.CONFIRM, token);
        requests.decline(request);
        log.info("A no to request {}", request);
        return "site/declined";
    }
}
