package org.mailround.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailround.campaign.Occasions;
import org.mailround.campaign.OneOffs;
import org.mailround.campaign.Schedules;
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
    private final EditionRows editions;

    HomePage(Schedules schedules, OneOffs oneOffs, Occasions occasions, EditionRows editions) {
        this.schedules = schedules;
        this.oneOffs = oneOffs;
        this.occasions = occasions;
        this.editions = editions;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("coming", coming());
        model.addAttribute("rows", editions.newest(0, LATEST));
        model.addAttribute("held", occasions.held());
        model.addAttribute("notices", List.of());
        model.addAttribute("news", List.of());
        return "home";
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
