package org.mailround.admin;

import org.mailround.notice.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does about a notice. */
@Controller
class NoticeActions {

    private final Notices notices;

    NoticeActions(Notices notices) {
        this.notices = notices;
    }

    @PostMapping("/notices/{id}/dismiss")
    @Audited("saw to a notice")
    String dismiss(@PathVariable long id, RedirectAttributes next) {
        next.addFlashAttribute("done", notices.dismiss(id) ? "Seen to." : "It was over already.");
        return "redirect:/";
    }
}
