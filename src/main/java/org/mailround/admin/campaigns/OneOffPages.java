package org.mailround.admin.campaigns;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.AbsentException;
import org.mailround.admin.Audited;
import org.mailround.admin.Complaint;
import org.mailround.admin.MailFrame;
import org.mailround.admin.StaffUser;
import org.mailround.admin.Unaudited;
import org.mailround.batch.Looks;
import org.mailround.batch.Mission;
import org.mailround.campaign.OneOff;
import org.mailround.campaign.OneOffs;
import org.mailround.campaign.Schedule;
import org.mailround.clinic.Clinic;
import org.mailround.recent.StillCountingException;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.MailingLists;
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

/** Writing a mailing that is sent once, looking at it, and sending it. */
@Controller
@RequestMapping("/one-offs")
class OneOffPages {

    private final OneOffs oneOffs;
    private final OneOffRows rows;
    private final MailingLists lists;
    private final Looks looks;
    private final Sendings sendings;
    private final MyAddress myAddress;
    private final TestCopies testCopies;
    private final Clinic clinic;
    private final Clock clock;

    OneOffPages(
            OneOffs oneOffs,
            OneOffRows rows,
            MailingLists lists,
            Looks looks,
            Sendings sendings,
            MyAddress myAddress,
            TestCopies testCopies,
            Clinic clinic,
            Clock clock) {
        this.oneOffs = oneOffs;
        this.rows = rows;
        this.lists = lists;
        this.looks = looks;
        this.sendings = sendings;
        this.myAddress = myAddress;
        this.testCopies = testCopies;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** @param from the number of one to begin with what it says */
    @GetMapping("/new")
    String write(@RequestParam @Nullable Long from, Model model) {
        OneOffForm form = from == null ? OneOffForm.EMPTY : OneOffForm.of(oneOff(from));
        return form(form, model);
    }

    private String form(OneOffForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("lists", lists.all());
        return "one-off-new";
    }

    /** Into a frame beside what is written; stored nowhere. */
    @PostMapping("/preview")
    @Unaudited("changes nothing")
    ResponseEntity<String> preview(OneOffForm form) {
        return MailFrame.of(() -> Optional.of(looks.html(form.subject(), form.markdown())));
    }

    @PostMapping
    @Audited("wrote a one-off")
    String save(OneOffForm form, @AuthenticationPrincipal StaffUser me, Model model) {
        try {
            form.check();
            looks.html(form.subject(), form.markdown());
            long id = oneOffs.save(form.text(lists.named(form.list()), clinic.language()), me.name());
            return "redirect:/one-offs/" + id;
        } catch (RuntimeException e) {
            model.addAttribute("wrong", Complaint.of(e));
            return form(form, model);
        }
    }

    /** All that there is to know before it goes. */
    @GetMapping("/{id}")
    String check(@PathVariable long id, @AuthenticationPrincipal StaffUser me, Model model) {
        OneOff oneOff = oneOff(id);
        Mission mission = new Mission.Written(id);
        model.addAttribute("oneOff", oneOff);
        model.addAttribute("mayChange", rows.of(oneOff).isForForm());
        model.addAttribute("myEmail", myAddress.of(me));
        model.addAttribute("today", LocalDate.now(clock.withZone(clinic.zone())));
        lookAhead(mission, model);
        return "one-off";
    }

    /** What takes long to count is waited for on the page, which asks again; nobody sends before they see to how many. */
    private void lookAhead(Mission mission, Model model) {
        model.addAttribute("counting", false);
        try {
            model.addAttribute("forecast", looks.outlook(mission).orElseThrow().forecast());
            looks.check(mission);
        } catch (StillCountingException e) {
            model.addAttribute("counting", true);
        } catch (RuntimeException e) {
            model.addAttribute("refusal", Complaint.of(e));
        }
    }

    @GetMapping("/{id}/preview")
    ResponseEntity<String> preview(@PathVariable long id) {
        OneOff oneOff = oneOff(id);
        return MailFrame.of(() -> Optional.of(looks.html(oneOff.subject(), oneOff.markdown())));
    }

    @PostMapping("/{id}/test")
    @Unaudited("audited with whose address it was")
    String test(
            @PathVariable long id,
            @RequestParam String to,
            @AuthenticationPrincipal StaffUser me,
            RedirectAttributes next) {
        oneOff(id);
        testCopies.noted(me, to, "one-off " + id);
        testCopies.send(() -> looks.send(new Mission.Written(id), EmailAddress.parse(to)), next);
        return "redirect:/one-offs/" + id;
    }

    @PostMapping("/{id}/send")
    @Audited("sent a one-off")
    String send(@PathVariable long id, @AuthenticationPrincipal StaffUser me, RedirectAttributes next) {
        Instant byItself = oneOff(id).sendAt();
        if (byItself != null) {
            next.addFlashAttribute(
                    "wrong",
                    "It goes out by itself on %s. If it shall go now, take that away first."
                            .formatted(clinic.moment(byItself)));
            return "redirect:/one-offs/" + id;
        }
        return sendings.launch(new Mission.Written(id), me, "/one-offs/" + id, next);
    }

    @PostMapping("/{id}/schedule")
    @Audited("chose when a one-off goes out")
    String schedule(
            @PathVariable long id,
            @RequestParam LocalDate date,
            @RequestParam LocalTime time,
            RedirectAttributes next) {
        oneOff(id);
        try {
            Instant when = Schedule.moment(LocalDateTime.of(date, time), clinic.zone());
            looks.check(new Mission.Written(id));
            oneOffs.sendAt(id, when);
            next.addFlashAttribute("done", "It goes out by itself on %s.".formatted(clinic.moment(when)));
        } catch (RuntimeException e) {
            next.addFlashAttribute("wrong", Complaint.of(e));
        }
        return "redirect:/one-offs/" + id;
    }

    @PostMapping("/{id}/unschedule")
    @Audited("let a one-off not go out by itself")
    String unschedule(@PathVariable long id, RedirectAttributes next) {
        oneOff(id);
        oneOffs.unschedule(id);
        next.addFlashAttribute("done", "It does not go out by itself any more.");
        return "redirect:/one-offs/" + id;
    }

    private OneOff oneOff(long id) {
        return oneOffs.find(id).orElseThrow(() -> new AbsentException("one-off " + id));
    }
}
