package org.mailround.admin.audience;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailround.admin.AbsentException;
import org.mailround.admin.Audited;
import org.mailround.admin.StaffUser;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.DataSubject;
import org.mailround.subscriber.DataSubjects;
import org.mailround.subscriber.Erasure;
import org.mailround.subscriber.MailingList;
import org.mailround.subscriber.MailingLists;
import org.mailround.subscriber.People;
import org.mailround.subscriber.SubscriberCard;
import org.mailround.subscriber.SubscriberCard.Membership;
import org.mailround.subscriber.Subscriptions;
import org.mailround.subscriber.Suppressions;
import org.mailround.words.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person: what is known of them, what they get, and what they may ask for. */
@Controller
@RequestMapping("/subscribers/{id:\\d+}")
class SubscriberPage {

    private final People people;
    private final MailingLists lists;
    private final Subscriptions subscriptions;
    private final Suppressions suppressions;
    private final DataSubjects subjects;
    private final Words words;

    SubscriberPage(
            People people,
            MailingLists lists,
            Subscriptions subscriptions,
            Suppressions suppressions,
            DataSubjects subjects,
            Words words) {
        this.people = people;
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
        this.subjects = subjects;
        this.words = words;
    }

    @GetMapping
    @Audited("looked at a subscriber")
    String subscriber(@PathVariable long id, Model model) {
        SubscriberCard person = person(id);
        List<MailingList> theirs =
                person.memberships().stream().map(Membership::list).toList();
        model.addAttribute("person", person);
        model.addAttribute("suppression", suppressions.find(address(person)).orElse(null));
        model.addAttribute(
                "others",
                lists.all().stream().filter(list -> !theirs.contains(list)).toList());
        return "subscriber";
    }

    @PostMapping("/unsubscribe")
    @Audited("took a subscriber off a list")
    String unsubscribe(@PathVariable long id, @RequestParam long list, RedirectAttributes next) {
        person(id);
        subscriptions.unsubscribe(id, list);
        return done(id, words.say("subscriber.unsubscribed"), next);
    }

    /** That they want it is on record with who says so: staff, whom they told. */
    @PostMapping("/subscribe")
    @Audited("put a subscriber on a list")
    String subscribe(
            @PathVariable long id,
            @RequestParam long list,
            @AuthenticationPrincipal StaffUser me,
            RedirectAttributes next) {
        person(id);
        String source = "staff: " + me.name();
        String wording = words.say("subscriber.consent");
        boolean isOn = subscriptions.resubscribe(id, list, source, wording)
                || subscriptions.subscribe(id, list, source, wording);
        if (isOn) {
            return done(id, words.say("subscriber.subscribed"), next);
        }
        next.addFlashAttribute("wrong", words.say("subscriber.not-subscribed"));
        return back(id);
    }

    @PostMapping("/suppress")
    @Audited("suppressed a subscriber")
    String suppress(@PathVariable long id, @RequestParam(defaultValue = "") String note, RedirectAttributes next) {
        suppressions.suppress(address(person(id)), "staff", note.isBlank() ? null : cut(note.strip(), 500));
        return done(id, words.say("subscriber.suppressed"), next);
    }

    @PostMapping("/lift")
    @Audited("let mail go again to a subscriber")
    String lift(@PathVariable long id, RedirectAttributes next) {
        suppressions.find(address(person(id))).filter(it -> !it.isTheirWish()).ifPresent(suppressions::lift);
        return done(id, words.say("subscriber.lifted"), next);
    }

    @GetMapping("/export")
    @Audited("exported a subscriber")
    ResponseEntity<Map<String, Object>> export(@PathVariable long id) {
        DataSubject subject = subjects.of(address(person(id)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("address", subject.address().text());
        document.putAll(subjects.held(subject));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("subscriber-%d.json".formatted(id))
                                .build()
                                .toString())
                .body(document);
    }

    @PostMapping("/erase")
    @Audited("erased a subscriber")
    String erase(@PathVariable long id, RedirectAttributes next) {
        Erasure erasure = subjects.erase(address(person(id)));
        next.addFlashAttribute("done", words.say("subscriber.erased", erasure.rows(), erasure.files()));
        if (!erasure.stillNaming().isEmpty()) {
            next.addFlashAttribute(
                    "wrong",
                    words.say(
                            "subscriber.still-named",
                            String.join(
                                    ", ",
                                    erasure.stillNaming().stream()
                                            .map(file -> file.getFileName().toString())
                                            .toList())));
        }
        return "redirect:/subscribers";
    }

    private SubscriberCard person(long id) {
        return people.find(id).orElseThrow(() -> new AbsentException("subscriber " + id));
    }

    private static EmailAddress address(SubscriberCard person) {
        return EmailAddress.parse(person.address());
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private static String done(long id, String sentence, RedirectAttributes next) {
        next.addFlashAttribute("done", sentence);
        return back(id);
    }

    private static String back(long id) {
        return "redirect:/subscribers/" + id;
    }
}
