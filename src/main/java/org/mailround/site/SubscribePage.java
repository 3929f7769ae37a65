package org.mailround.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says whom to ask: there is no form here to subscribe by. */
@Controller
class SubscribePage {

    @GetMapping("/subscribe")
    String show() {
        return "site/subscribe";
    }
}
