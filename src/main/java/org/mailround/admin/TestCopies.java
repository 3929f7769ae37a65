package org.mailround.admin;

import java.util.function.Supplier;
import org.mailround.batch.PreviewResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Test copies that are asked for on a page, and what came of them in words. */
final class TestCopies {

    private TestCopies() {}

    static void send(Supplier<PreviewResult> sending, RedirectAttributes next) {
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
