package org.mailround.admin;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.mailround.subscriber.ListOffer;
import org.mailround.subscriber.ListOffers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The form to subscribe by, as plain HTML to paste into the clinic's website; in the clinic's language. */
@Controller
@RequestMapping("/subscribe-form")
class SubscribeFormPage {

    private final ListOffers offers;
    private final Sender sender;
    private final Clinic clinic;
    private final SpringTemplateEngine views;

    SubscribeFormPage(ListOffers offers, Sender sender, Clinic clinic, SpringTemplateEngine views) {
        this.offers = offers;
        this.sender = sender;
        this.clinic = clinic;
        this.views = views;
    }

    @GetMapping
    String show(Model model) {
        URI publicUrl = sender.publicUrl();
        model.addAttribute("hasPages", publicUrl != null);
        form().ifPresent(form -> model.addAttribute("form", form).addAttribute("page", publicUrl + "/subscribe"));
        return "subscribe-form";
    }

    @GetMapping("/preview")
    ResponseEntity<String> preview() {
        return MailFrame.of(this::form);
    }

    /** Empty where nobody can subscribe by themselves. */
    private Optional<String> form() {
        URI publicUrl = sender.publicUrl();
        List<ListOffer> open = publicUrl == null ? List.of() : offers.open();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> variables = Map.of("action", publicUrl + "/subscribe", "lists", open, "clinic", clinic);
        String form =
                views.process("subscribe-embed", new Context(Locale.forLanguageTag(clinic.language()), variables));
        return Optional.of(form.replaceAll("(?m)^[ ]*\n", ""));
    }
}
