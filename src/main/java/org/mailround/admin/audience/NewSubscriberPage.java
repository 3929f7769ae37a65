package org.mailround.admin.audience;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.mailround.admin.Audited;
import org.mailround.admin.StaffUser;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.DataSubject;
import org.mailround.subscriber.DataSubjects;
import org.mailround.subscriber.ImportResult;
import org.mailround.subscriber.MailingLists;
import org.mailround.subscriber.Upload;
import org.mailround.subscriber.Uploads;
import org.mailround.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding one person who asked for it at the desk: as a list of one row, by the same rules as every list. */
@Controller
@RequestMapping("/subscribers/new")
class NewSubscriberPage {

    private final Uploads uploads;
    private final MailingLists lists;
    private final DataSubjects subjects;
    private final Words words;
    private final Clock clock;

    NewSubscriberPage(Uploads uploads, MailingLists lists, DataSubjects subjects, Words words, Clock clock) {
        this.uploads = uploads;
        this.lists = lists;
        this.subjects = subjects;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("lists", lists.all());
        return "subscriber-new";
    }

    @PostMapping
    @Audited("added a subscriber")
    String add(
            @RequestParam String email,
            @RequestParam(defaultValue = "") String firstName,
            @RequestParam(defaultValue = "") String lastName,
            @RequestParam String list,
            @AuthenticationPrincipal StaffUser me,
            RedirectAttributes next) {
        EmailAddress address;
        try {
            address = EmailAddress.parse(email.strip());
        } catch (IllegalArgumentException e) {
            next.addFlashAttribute("wrong", words.say("subscriber.no-address"));
            return "redirect:/subscribers/new";
        }
        Upload one = uploads.receive(
                lists.named(list).name(),
                new ByteArrayInputStream(row(address, firstName, lastName, me).getBytes(StandardCharsets.UTF_8)));
        ImportResult result = uploads.take(one, rows -> {});
        if (result.notResurrected() > 0) {
            next.addFlashAttribute("wrong", words.say("subscriber.not-resurrected"));
        } else {
            next.addFlashAttribute("done", words.say("subscriber.added"));
        }
        DataSubject subject = subjects.of(address);
        Long id = subject.subscriberId();
        return id == null ? "redirect:/subscribers" : "redirect:/subscribers/" + id;
    }

    private String row(EmailAddress address, String firstName, String lastName, StaffUser me) {
        StringWriter out = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
        csv.writeRecord("email", "first_name", "last_name", "consent_source", "consent_at", "consent_wording");
        csv.writeRecord(
                address.text(),
                firstName.strip(),
                lastName.strip(),
                "staff: " + me.name(),
                clock.instant().toString(),
                words.say("subscriber.consent"));
        return out.toString();
    }
}
