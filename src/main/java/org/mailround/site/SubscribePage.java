package org.mailround.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailround.clinic.Clinic;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.SubscriptionRequest;
import org.mailround.subscriber.SubscriptionRequests;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where people subscribe. What they typed is noted, and every one of them gets the same answer, after the same work: who
 * is known here, nobody learns.
 */
@Controller
@RequestMapping("/subscribe")
class SubscribePage {

    private final Offers offers;
    private final SubscribeLimits limits;
    private final SubscriptionRequests requests;
    private final MessageSource words;
    private final Clinic clinic;

    SubscribePage(
            Offers offers, SubscribeLimits limits, SubscriptionRequests requests, MessageSource words, Clinic clinic) {
        this.offers = offers;
        this.limits = limits;
        this.requests = requests;
        this.words = words;
        this.clinic = clinic;
    }

    @GetMapping
    ModelAndView show(Locale locale) {
        return offers.now()
                .map(offer -> form(offer, SubscribeForm.EMPTY, Map.of(), locale))
                .orElseGet(SubscribePage::closed);
    }

    @PostMapping
    ModelAndView subscribe(HttpServletRequest request, Locale locale) {
        Optional<Offer> offer = offers.now();
        if (offer.isEmpty()) {
            return closed();
        }
        SubscribeForm form = SubscribeForm.of(request);
        Map<String, String> problems = problems(offer.get(), form);
        if (!problems.isEmpty()) {
            return form(offer.get(), form, problems, locale);
        }
        if (!limits.allows(request.getRemoteAddr())) {
            return later();
        }
        if (!form.isTrapped()) {
            requests.ask(request(offer.get(), form, locale));
        }
        return new ModelAndView("site/subscribe-sent");
    }

    /** By the names of fields, what is to be said of them. */
    private static Map<String, String> problems(Offer offer, SubscribeForm form) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (form.email().isBlank()) {
            problems.put("email", "subscribe.email.missing");
        } else if (!isAddress(form.email())) {
            problems.put("email", "subscribe.email.wrong");
        }
        if (offer.chosen(form.lists()).isEmpty()) {
            problems.put("list", "subscribe.list.missing");
        }
        return problems;
    }

    private static boolean isAddress(String typed) {
        try {
            EmailAddress.parse(typed);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private SubscriptionRequest request(Offer offer, SubscribeForm form, Locale locale) {
        return new SubscriptionRequest(
                EmailAddress.parse(form.email()),
                form.firstName(),
                offer.chosenLanguage(form.language()),
                offer.chosenTopics(form.topics()),
                words.getMessage("subscribe.consent", new Object[] {clinic.name()}, form.shownIn(locale)),
                offer.chosen(form.lists()).stream()
                        .map(chosen -> chosen.list().id())
                        .collect(Collectors.toSet()));
    }

    private ModelAndView form(Offer offer, SubscribeForm form, Map<String, String> problems, Locale locale) {
        ModelAndView page = new ModelAndView("site/subscribe");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("offer", offer)
                .addObject("form", form)
                .addObject("problems", problems)
                .addObject(
                        "language",
                        form.language().isEmpty() ? offer.likelyLanguage(locale, clinic.language()) : form.language());
    }

    private static ModelAndView later() {
        return new ModelAndView("site/subscribe-later", HttpStatus.TOO_MANY_REQUESTS);
    }

    /** Says whom to ask instead. */
    private static ModelAndView closed() {
        return new ModelAndView("site/subscribe-closed");
    }
}
