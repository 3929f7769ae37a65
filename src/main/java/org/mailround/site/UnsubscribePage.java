package org.mailround.site;

import java.util.function.BiConsumer;
import org.mailround.delivery.Copy;
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

/**
 * Leaving with one click (RFC 8058). The pages name the clinic and not the list: so they say the same whether the token
 * is known or not, and nobody learns from them which are. What is posted is not even read, only where to: no body, however
 * broken, keeps anybody on a list.
 */
@Controller
@RequestMapping("/unsubscribe/{token}")
class UnsubscribePage {

    private static final Logger log = LoggerFactory.getLogger(UnsubscribePage.class);

    private final PublicLinks links;
    private final Subscriptions subscriptions;

    UnsubscribePage(PublicLinks links, Subscriptions subscriptions) {
        this.links = links;
        this.subscriptions = subscriptions;
    }

    @ModelAttribute
    void links(@PathVariable String token, Model model) {
        model.addAttribute("token", token).addAttribute("preferences", links.toPreferences(token));
    }

    @GetMapping({"", "/undo"})
    String ask() {
        return "site/unsubscribe";
    }

    @PostMapping
    String leave(@PathVariable String token) {
        act(token, (copy, subscriber) -> {
            subscriptions.leave(subscriber, copy.lists(), copy.deliveryId());
            log.info("Left by the link of delivery {}", copy.deliveryId());
        });
        return "site/left";
    }

    @PostMapping("/undo")
    String stay(@PathVariable String token) {
        act(token, (copy, subscriber) -> {
            subscriptions.rejoin(subscriber, copy.deliveryId());
            log.info("Stays after all, by the link of delivery {}", copy.deliveryId());
        });
        return "site/stayed";
    }

    private void act(String token, BiConsumer<Copy, Long> action) {
        links.copy(Purpose.UNSUBSCRIBE, token).ifPresent(copy -> {
            Long subscriber = copy.subscriberId();
            if (subscriber != null) {
                action.accept(copy, subscriber);
            }
        });
    }
}
