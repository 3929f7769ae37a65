package org.mailround.admin.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.Audited;
import org.mailround.admin.PageOf;
import org.mailround.subscriber.MailingLists;
import org.mailround.subscriber.People;
import org.mailround.subscriber.SubscriberLine;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding people, and going through those of a list. */
@Controller
class SubscribersPage {

    private final People people;
    private final MailingLists lists;

    SubscribersPage(People people, MailingLists lists) {
        this.people = people;
        this.lists = lists;
    }

    /** @param after the number of the last one of the page before */
    @GetMapping("/subscribers")
    @Audited("looked at subscribers")
    String subscribers(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String list,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable Long after,
            Model model) {
        SubscribersQuery query = SubscribersQuery.of(q, list, state);
        List<SubscriberLine> found = people.page(query.filter(lists), after, PageOf.SIZE + 1);
        boolean more = found.size() > PageOf.SIZE;
        List<SubscriberLine> rows = more ? found.subList(0, PageOf.SIZE) : found;
        model.addAttribute("query", query);
        model.addAttribute("lists", lists.all());
        model.addAttribute("rows", rows);
        model.addAttribute("next", more ? query.after(rows.get(rows.size() - 1).id()) : null);
        model.addAttribute("isFirst", after == null);
        return "subscribers";
    }
}
