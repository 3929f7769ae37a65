package org.mailround.admin.audience;

import org.mailround.admin.Audited;
import org.mailround.subscriber.ListStandings;
import org.mailround.subscriber.MailingLists;
import org.mailround.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lists that there are, and how many people are on each. */
@Controller
class ListsPage {

    private final MailingLists lists;
    private final ListStandings standings;
    private final Words words;

    ListsPage(MailingLists lists, ListStandings standings, Words words) {
        this.lists = lists;
        this.standings = standings;
        this.words = words;
    }

    @GetMapping("/lists")
    String lists(Model model) {
        model.addAttribute("standings", standings.all());
        return "lists";
    }

    @PostMapping("/lists")
    @Audited("made a list")
    String create(@RequestParam String name, RedirectAttributes next) {
        try {
            next.addFlashAttribute(
                    "done", words.say("lists.made", lists.create(name.strip()).name()));
        } catch (IllegalArgumentException e) {
            next.addFlashAttribute("wrong", e.getMessage());
        }
        return "redirect:/lists";
    }
}
