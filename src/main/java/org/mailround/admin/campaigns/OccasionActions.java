package org.mailround.admin.campaigns;

import org.mailround.admin.AbsentException;
import org.mailround.admin.Audited;
import org.mailround.admin.StaffUser;
import org.mailround.batch.Clockwork;
import org.mailround.campaign.OccasionStateException;
import org.mailround.campaign.Occasions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides on a mailing that was held. */
@Controller
class OccasionActions {

    private final Occasions occasions;
    private final Clockwork clockwork;

    OccasionActions(Occasions occasions, Clockwork clockwork) {
        this.occasions = occasions;
        this.clockwork = clockwork;
    }

    @PostMapping("/occasions/{id}/send")
    @Audited("sent what was held")
    String send(@PathVariable long id, @AuthenticationPrincipal StaffUser me, RedirectAttributes next) {
        require(id);
        try {
            occasions.sendNow(id, me.name());
            clockwork.look();
            next.addFlashAttribute("done", "It goes out now. In a moment it stands among the editions below.");
        } catch (OccasionStateException e) {
            next.addFlashAttribute("wrong", e.getMessage());
        }
        return "redirect:/";
    }

    @PostMapping("/occasions/{id}/leave-out")
    @Audited("left out what was held")
    String leaveOut(@PathVariable long id, RedirectAttributes next) {
        require(id);
        try {
            occasions.leaveOut(id);
            next.addFlashAttribute("done", "It is left out. Its articles go with the next edition.");
        } catch (OccasionStateException e) {
            next.addFlashAttribute("wrong", e.getMessage());
        }
        return "redirect:/";
    }

    private void require(long id) {
        if (occasions.find(id).isEmpty()) {
            throw new AbsentException("occasion " + id);
        }
    }
}
