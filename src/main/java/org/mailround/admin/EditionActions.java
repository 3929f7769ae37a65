package org.mailround.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.EditionStateException;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Interventions;
import org.mailround.smtp.Relay;
import org.mailround.words.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff do to an edition, whichever process sends it. */
@Controller
@RequestMapping("/editions/{edition:\\d+}")
class EditionActions {

    private final Editions editions;
    private final Interventions interventions;
    private final Rounds rounds;
    private final Relay relay;
    private final Words words;

    EditionActions(Editions editions, Interventions interventions, Rounds rounds, Relay relay, Words words) {
        this.editions = editions;
        this.interventions = interventions;
        this.rounds = rounds;
        this.relay = relay;
        this.words = words;
    }

    @PostMapping("/pause")
    @Audited("paused")
    String pause(@PathVariable("edition") long id, RedirectAttributes next) {
        return stopped(id, interventions.pause(edition(id)), words.say("edition.did.pause"), next);
    }

    @PostMapping("/resume")
    @Audited("resumed")
    String resume(@PathVariable("edition") long id, RedirectAttributes next) {
        Edition edition = edition(id);
        requireOurs(edition);
        if (edition.state() == EditionState.AWAITING_APPROVAL) {
            throw new RefusedException(words.say("edition.no.approval", id));
        }
        if (edition.state() == EditionState.CANCELLED) {
            throw new RefusedException(words.say("edition.no.cancelled", id));
        }
        launch(edition);
        return done(id, words.say("edition.did.resume"), next);
    }

    @PostMapping("/cancel")
    @Audited("cancelled")
    String cancel(@PathVariable("edition") long id, RedirectAttributes next) {
        return stopped(id, interventions.cancel(edition(id)), words.say("edition.did.cancel"), next);
    }

    @PostMapping("/uncertain/resend")
    @Audited("sent again to the uncertain")
    String resendUncertain(@PathVariable("edition") long id, RedirectAttributes next) {
        Edition edition = edition(id);
        requireOurs(edition);
        return again(edition, interventions.resendUncertain(edition), "uncertain", next);
    }

    @PostMapping("/uncertain/accept")
    @Audited("took the uncertain for accepted")
    String acceptUncertain(@PathVariable("edition") long id, RedirectAttributes next) {
        int count = interventions.acceptUncertain(edition(id));
        return done(
                id,
                count == 0 ? words.say("edition.did.none.uncertain") : words.say("edition.did.accept", count),
                next);
    }

    @PostMapping("/rejected/resend")
    @Audited("sent again to the rejected")
    String resendRejected(@PathVariable("edition") long id, RedirectAttributes next) {
        Edition edition = edition(id);
        requireOurs(edition);
        return again(edition, interventions.resendRejected(edition), "rejected", next);
    }

    private Edition edition(long id) {
        return editions.find(id).orElseThrow(() -> new AbsentException("edition " + id));
    }

    /** An edition belongs to one relay, and the sandbox's are never sent for real. */
    private void requireOurs(Edition edition) {
        if (edition.sandbox() && !relay.isSandbox()) {
            throw new RefusedException(words.say("edition.no.sandbox", edition.id()));
        }
        if (!edition.sandbox() && relay.isSandbox()) {
            throw new RefusedException(words.say("edition.no.relay", edition.id()));
        }
    }

    /** A paused edition waits for whoever paused it. */
    private String again(Edition edition, int count, String what, RedirectAttributes next) {
        if (count == 0) {
            return done(edition.id(), words.say("edition.did.none." + what), next);
        }
        if (edition.state() == EditionState.PAUSED) {
            return done(edition.id(), words.say("edition.did.plan", count), next);
        }
        launch(edition);
        return done(edition.id(), words.say("edition.did.again", count), next);
    }

    /** Nobody waits for it: the page shows what becomes of it, and the log what it failed by. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void launch(Edition edition) {
        rounds.launch(new Mission.Resume(edition.id()));
    }

    private String stopped(long id, boolean letGo, String sentence, RedirectAttributes next) {
        return done(id, letGo ? sentence : sentence + " " + words.say("edition.did.under-way"), next);
    }

    private static String done(long id, String sentence, RedirectAttributes next) {
        next.addFlashAttribute("done", sentence);
        return "redirect:/editions/" + id;
    }

    @ExceptionHandler({EditionStateException.class, RefusedException.class})
    String refused(RuntimeException e, HttpServletRequest request, RedirectAttributes next) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        next.addFlashAttribute("wrong", e.getMessage());
        return "redirect:/editions/" + ((Map<?, ?>) variables).get("edition");
    }

    /** It is not done, and the message says why. */
    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String sentence) {
            super(sentence);
        }
    }
}
