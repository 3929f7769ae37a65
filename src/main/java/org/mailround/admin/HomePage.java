package org.mailround.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailround.campaign.Occasion;
import org.mailround.campaign.Occasions;
import org.mailround.campaign.OneOffs;
import org.mailround.campaign.Schedules;
import org.mailround.notice.Notice;
import org.mailround.notice.NoticeKind;
import org.mailround.notice.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What goes out next, how the last ones went, and what needs a person. */
@Controller
class HomePage {

    private static final int LATEST = 5;

    /**
     * Something that goes out by itself.
     *
     * @param rule how often; empty where it goes once
     */
    record Coming(String title, String link, Instant at, String rule) {}

    private final Schedules schedules;
    private final OneOffs oneOffs;
    private final Occasions occasions;
    private final Notices notices;
    private final EditionRows editions;

    HomePage(Schedules schedules, OneOffs oneOffs, Occasions occasions, Notices notices, EditionRows editions) {
        this.schedules = schedules;
        this.oneOffs = oneOffs;
        this.occasions = occasions;
        this.notices = notices;
        this.editions = editions;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("coming", coming());
        model.addAttribute("rows", editions.newest(0, LATEST));
        List<Occasion> held = occasions.held();
        model.addAttribute("held", held);
        model.addAttribute(
                "notices",
                notices.current().stream()
                        .filter(notice -> !isShownAsHeld(notice, held))
                        .map(NoticeView::of)
                        .toList());
        model.addAttribute(
                "news", notices.recent(LATEST).stream().map(NoticeView::of).toList());
        return "home";
    }

    private static boolean isShownAsHeld(Notice notice, List<Occasion> held) {
        return notice.kind() == NoticeKind.DIGEST_HELD
                && held.stream().anyMatch(it -> it.campaign().name().equals(notice.subject()));
    }

    private List<Coming> coming() {
        List<Coming> coming = new ArrayList<>();
        schedules
                .all()
                .forEach(each -> coming.add(new Coming(
                        each.campaign().title(),
                        "/campaigns/" + each.campaign().name(),
                        each.nextAt(),
                        each.schedule().words())));
        oneOffs.scheduled().forEach(each -> {
            Instant at = each.sendAt();
            if (at != null) {
                coming.add(new Coming(each.subject(), "/one-offs/" + each.id(), at, ""));
            }
        });
        coming.sort(Comparator.comparing(Coming::at));
        return coming;
    }
}
