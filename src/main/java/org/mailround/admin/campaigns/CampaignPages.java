package org.mailround.admin.campaigns;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.Audited;
import org.mailround.admin.Complaint;
import org.mailround.admin.EditionRows;
import org.mailround.admin.MailFrame;
import org.mailround.admin.StaffUser;
import org.mailround.admin.Unaudited;
import org.mailround.batch.Looks;
import org.mailround.batch.Mission;
import org.mailround.campaign.ApprovalRules;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.DigestSettings;
import org.mailround.campaign.DigestSetup;
import org.mailround.campaign.Occasions;
import org.mailround.campaign.Scheduled;
import org.mailround.campaign.Schedules;
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

/** Digests: when they go out, how they are made, and the next edition as it would go now. */
@Controller
@RequestMapping("/campaigns")
class CampaignPages {

    private static final int LATEST = 5;

    private final Campaigns campaigns;
    private final Schedules schedules;
    private final Occasions occasions;
    private final Digests digests;
    private final DigestSetup setup;
    private final ApprovalRules approvals;
    private final NextArticles articles;
    private final MailingLists lists;
    private final Looks looks;
    private final Sendings sendings;
    private final EditionRows editions;
    private final MyAddress myAddress;
    private final TestCopies testCopies;
    private final Clinic clinic;
    private final Clock clock;

    CampaignPages(
            Campaigns campaigns,
            Schedules schedules,
            Occasions occasions,
            Digests digests,
            DigestSetup setup,
            ApprovalRules approvals,
            NextArticles articles,
            MailingLists lists,
            Looks looks,
            Sendings sendings,
            EditionRows editions,
            MyAddress myAddress,
            TestCopies testCopies,
            Clinic clinic,
            Clock clock) {
        this.campaigns = campaigns;
        this.schedules = schedules;
        this.occasions = occasions;
        this.digests = digests;
        this.setup = setup;
        this.approvals = approvals;
        this.articles = articles;
        this.lists = lists;
        this.looks = looks;
        this.sendings = sendings;
        this.editions = editions;
        this.myAddress = myAddress;
        this.testCopies = testCopies;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** One of those that there are. */
    record Row(Campaign campaign, @Nullable Scheduled scheduled) {}

    @GetMapping
    String campaigns(Model model) {
        model.addAttribute(
                "rows",
                campaigns.digests().stream()
                        .map(campaign ->
                                new Row(campaign, schedules.of(campaign).orElse(null)))
                        .toList());
        model.addAttribute("archived", setup.archived());
        return "campaigns";
    }

    @GetMapping("/{name}")
    String campaign(@PathVariable String name, @AuthenticationPrincipal StaffUser me, Model model) {
        Campaign campaign = digests.named(name);
        Optional<Scheduled> scheduled = schedules.of(campaign);
        model.addAttribute("campaign", campaign);
        model.addAttribute("scheduled", scheduled.orElse(null));
        model.addAttribute(
                "form",
                ScheduleForm.of(
                        scheduled.map(Scheduled::schedule).orElse(null), LocalDate.now(clock.withZone(clinic.zone()))));
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("lists", lists.all());
        model.addAttribute("chosen", campaigns.lists(campaign));
        lookAhead(name, model);
        model.addAttribute("next", articles.of(campaign));
        model.addAttribute("rows", editions.newestOf(campaign, LATEST));
        model.addAttribute("myEmail", myAddress.of(me));
        model.addAttribute("approval", approvals.of(campaign));
        model.addAttribute("deletable", setup.isDeletable(campaign));
        return "campaign";
    }

    /** What takes long to count is waited for on the page, which asks again. */
    private void lookAhead(String name, Model model) {
        try {
            model.addAttribute(
                    "outlook", looks.outlook(new Mission.Digest(name)).orElse(null));
        } catch (StillCountingException e) {
            model.addAttribute("counting", true);
        }
    }

    @GetMapping("/{name}/preview")
    ResponseEntity<String> preview(@PathVariable String name) {
        digests.named(name);
        return MailFrame.of(() -> looks.html(new Mission.Digest(name)));
    }

    @PostMapping("/{name}/schedule")
    @Audited("changed a schedule")
    String schedule(@PathVariable String name, ScheduleForm form, RedirectAttributes next) {
        Campaign campaign = digests.named(name);
        try {
            if (form.isOff()) {
                occasions.unschedule(campaign);
                next.addFlashAttribute("done", "It does not go out by itself any more.");
            } else {
                Scheduled scheduled = occasions.schedule(campaign, form.schedule());
                next.addFlashAttribute("done", "It goes out next on %s.".formatted(clinic.moment(scheduled.nextAt())));
            }
        } catch (Complaint | IllegalArgumentException e) {
            next.addFlashAttribute("wrong", e.getMessage());
        }
        return back(name);
    }

    @PostMapping("/{name}/settings")
    @Audited("changed the settings of a campaign")
    String settings(
            @PathVariable String name,
            @RequestParam String title,
            @RequestParam int maxArticles,
            @RequestParam(defaultValue = "") Set<Long> list,
            RedirectAttributes next) {
        Campaign campaign = digests.named(name);
        try {
            DigestSettings now = setup.settings(campaign);
            setup.change(campaign, new DigestSettings(title, now.template(), maxArticles, list, now.sources()));
            next.addFlashAttribute("done", "Saved. It counts from the next edition on.");
        } catch (IllegalArgumentException e) {
            next.addFlashAttribute("wrong", e.getMessage());
        }
        return back(name);
    }

    @PostMapping("/{name}/test")
    @Unaudited("audited with whose address it was")
    String test(
            @PathVariable String name,
            @RequestParam String to,
            @AuthenticationPrincipal StaffUser me,
            RedirectAttributes next) {
        digests.named(name);
        testCopies.noted(me, to, "campaign " + name);
        testCopies.send(() -> looks.send(new Mission.Digest(name), EmailAddress.parse(to)), next);
        return back(name);
    }

    @PostMapping("/{name}/send")
    @Audited("sent a digest now")
    String send(@PathVariable String name, @AuthenticationPrincipal StaffUser me, RedirectAttributes next) {
        digests.named(name);
        return sendings.launch(new Mission.Digest(name), me, "/campaigns/" + name, next);
    }

    private static String back(String name) {
        return "redirect:/campaigns/" + name;
    }
}
