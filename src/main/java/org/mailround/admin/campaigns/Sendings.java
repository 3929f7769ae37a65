package org.mailround.admin.campaigns;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.Complaint;
import org.mailround.admin.StaffUser;
import org.mailround.batch.Launched;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rounds that a person starts from a page: the page leads to the edition, whose mail goes on going out. */
@Component
class Sendings {

    /** Lists and sources are read first; who waits longer than this is told that it goes on. */
    private static final long LONGEST_SECONDS = 60;

    private final Rounds rounds;

    Sendings(Rounds rounds) {
        this.rounds = rounds;
    }

    /**
     * Starts a round, and waits until there is an edition.
     *
     * @param me who starts it: they cannot approve what comes of it
     * @param back the page to come back to where there is none
     * @return where to go
     */
    String launch(Mission mission, StaffUser me, String back, RedirectAttributes next) {
        Launched launched = rounds.launch(mission, me.name());
        try {
            Optional<Long> edition = launched.composed().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (edition.isPresent()) {
                return "redirect:/editions/" + edition.get();
            }
            next.addFlashAttribute("done", "There is nothing new to send.");
        } catch (TimeoutException e) {
            next.addFlashAttribute("done", "Lists and sources are still being read. It goes on by itself.");
        } catch (ExecutionException e) {
            next.addFlashAttribute("wrong", Complaint.of(surprise(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            next.addFlashAttribute("wrong", "The program is being stopped. Nothing was sent by this.");
        }
        return "redirect:" + back;
    }

    private static RuntimeException surprise(@Nullable Throwable cause) {
        return cause instanceof RuntimeException e ? e : new IllegalStateException("The round failed.", cause);
    }
}
