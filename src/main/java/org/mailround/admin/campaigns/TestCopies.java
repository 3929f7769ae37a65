package org.mailround.admin.campaigns;

import java.util.function.Supplier;
import org.mailround.admin.Complaint;
import org.mailround.admin.StaffUser;
import org.mailround.batch.PreviewResult;
import org.mailround.staff.Audit;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Test copies that are asked for on a page, and what came of them in words. */
@Component
class TestCopies {

    private final Audit audit;
    private final MyAddress myAddress;

    TestCopies(Audit audit, MyAddress myAddress) {
        this.audit = audit;
        this.myAddress = myAddress;
    }

    /** Writes down that somebody asks for one, and whether it is for them. */
    void noted(StaffUser me, String to, String subject) {
        boolean own = to.strip().equalsIgnoreCase(myAddress.of(me));
        audit.record(me.name(), "sent a test copy to " + (own ? "their own address" : "another address"), subject);
    }

    void send(Supplier<PreviewResult> sending, RedirectAttributes next) {
        try {
            PreviewResult result = sending.get();
            boolean done = result.outcome() == PreviewResult.Outcome.DONE;
            next.addFlashAttribute(done ? "done" : "wrong", result.sentence());
        } catch (IllegalArgumentException e) {
            next.addFlashAttribute("wrong", "That address cannot be mailed to: " + e.getMessage() + ".");
        } catch (RuntimeException e) {
            next.addFlashAttribute("wrong", Complaint.of(e));
        }
    }
}
