package org.mailround.site;

import java.util.List;
import java.util.Set;
import org.mailround.subscriber.Suppressions;
import org.mailround.token.Purpose;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a person gets. A page that shows their lists cannot look the same for a token that nobody has; so a forged one
 * shows what a genuine one shows when its person was erased: nothing to choose. It tells neither of the two apart, names
 * no list, and posting to it answers that nothing has changed.
 */
@Controller
@RequestMapping("/preferences/{token}")
class PreferencesPage {

    private final PublicLinks links;
    private final Preferences preferences;
    private final Suppressions suppressions;

    PreferencesPage(PublicLinks links, Preferences preferences, Suppressions suppressions) {
        this.links = links;
        this.preferences = preferences;
        this.suppressions = suppressions;
    }

    @GetMapping({"", "/leave"})
    String show(@PathVariable String token, Model model) {
        return show(subscriber(token), token, model);
    }

    /**
     * @param shown the lists that were on the page: others stay as they are
     * @param list those that were ticked
     */
    @PostMapping
    String save(
            @PathVariable String token,
            @RequestParam(defaultValue = "") Set<Long> shown,
            @RequestParam(defaultValue = "") Set<Long> list,
            Model model) {
        long subscriber = subscriber(token);
        model.addAttribute("changes", preferences.save(subscriber, shown, list));
        return show(subscriber, token, model);
    }

    @PostMapping("/leave")
    String leaveAll(@PathVariable String token, Model model) {
        long subscriber = subscriber(token);
        model.addAttribute("changes", preferences.leaveAll(subscriber));
        return show(subscriber, token, model);
    }

    private String show(long subscriber, String token, Model model) {
        List<Choice> choices = preferences.of(subscriber);
        model.addAttribute("token", token)
                .addAttribute("choices", choices)
                .addAttribute("anyTicked", choices.stream().anyMatch(Choice::ticked))
                .addAttribute("suppressed", suppressions.isSuppressed(subscriber));
        return "site/preferences";
    }

    /** Where there is none, a number that nobody has: it goes the same way. */
    private long subscriber(String token) {
        return links.subscriber(Purpose.PREFERENCES, token);
    }
}
