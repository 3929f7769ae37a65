package org.mailround.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiConsumer;
import org.mailround.delivery.Copy;
import org.mailround.delivery.LeavingReason;
import org.mailround.delivery.LeavingReasons;
import org.mailround.subscriber.Subscriptions;
import org.mailround.token.Purpose;
import org.mailround.words.PageLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Leaving with one click (RFC 8058). The pages name the clinic and not the list: so they say the same whether the token
 * is known or not, and nobody learns from them which are. Of what is posted to leave not even the body is read, only where
 * to: none, however broken, keeps anybody on a list.
 */
@Controller
@RequestMapping("/unsubscribe/{token}")
class UnsubscribePage {

    private static final Logger log = LoggerFactory.getLogger(UnsubscribePage.class);

    private final PublicLinks links;
    private final Subscriptions subscriptions;
    private final LeavingReasons reasons;

    UnsubscribePage(PublicLinks links, Subscriptions subscriptions, LeavingReasons reasons) {
        this.links = links;
        this.subscriptions = subscriptions;
        this.reasons = reasons;
    }

    @ModelAttribute
    void links(@PathVariable String token, HttpServletRequest request, Model model) {
        links.copy(Purpose.UNSUBSCRIBE, token).ifPresent(copy -> PageLanguage.isOf(request, copy.language()));
        model.addAttribute("token", token)
                .addAttribute("preferences", links.toPreferences(token))
                .addAttribute("reasons", LeavingReason.values())
                .addAttribute("longestComment", LeavingReasons.LONGEST_COMMENT);
    }

    @GetMapping({"", "/undo", "/reason"})
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

    /** Says why, after leaving; who says nothing has not said anything before either. */
    @PostMapping("/reason")
    String tell(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String comment) {
        act(
                token,
                (copy, subscriber) -> LeavingReason.of(reason.isEmpty() && !comment.isBlank() ? "other" : reason)
                        .ifPresent(given -> {
                            reasons.tell(copy.deliveryId(), given, comment);
                            log.info("Said why, by the link of delivery {}: {}", copy.deliveryId(), given.label());
                        }));
        return "site/told";
    }

    @PostMapping("/undo")
    String stay(@PathVariable String token) {
        act(token, (copy, subscriber) -> {
            subscriptions.rejoin(subscriber, copy.deliveryId());
            reasons.takeBack(copy.deliveryId());
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
