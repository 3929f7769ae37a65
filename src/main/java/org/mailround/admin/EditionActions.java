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

    EditionActions(Editions editions, Interventions interventions, Rounds rounds, Relay relay) {
        this.editions = editions;
        this.interventions = interventions;
        this.rounds = rounds;
        this.relay = relay;
    }

    @PostMapping("/pause")
    @Audited("paused")
    String pause(@PathVariable("edition") long id, RedirectAttributes next) {
        return stopped(
                id, interventions.pause(edition(id)), "Paused. Nothing more goes out until you resume it.", next);
    }

    @PostMapping("/resume")
    @Audited("resumed")
    String resume(@PathVariable("edition") long id, RedirectAttributes next) {
        Edition edition = edition(id);
        requireOurs(edition);
        if (edition.state() == EditionState.AWAITING_APPROVAL) {
            throw new RefusedException("Edition %d waits for approval.".formatted(id));
        }
        if (edition.state() == EditionState.CANCELLED) {
            throw new RefusedException("Edition %d is cancelled: nothing more of it is sent.".formatted(id));
        }
        launch(edition);
        return done(id, "It goes on.", next);
    }

    @PostMapping("/cancel")
    @Audited("cancelled")
    String cancel(@PathVariable("edition") long id, RedirectAttributes next) {
        return stopped(
                id,
                interventions.cancel(edition(id)),
                "Cancelled. What was accepted before cannot be called back.",
                next);
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
                count == 0
                        ? "Nobody is uncertain any more."
                        : "%s: taken as accepted.".formatted(Wording.people(count)),
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
            throw new RefusedException(
                    "Edition %d belongs to the sandbox, and mail goes to a real mail server now: it stays as it is."
                            .formatted(edition.id()));
        }
        if (!edition.sandbox() && relay.isSandbox()) {
            throw new RefusedException(
                    "Edition %d belongs to a real mail server, and none is set up now: set spring.mail.host, and start Mailround again."
                            .formatted(edition.id()));
        }
    }

    /** A paused edition waits for whoever paused it. */
    private String again(Edition edition, int count, String what, RedirectAttributes next) {
        if (count == 0) {
            return done(edition.id(), "Nobody is %s any more.".formatted(what), next);
        }
        String people = Wording.people(count);
        if (edition.state() == EditionState.PAUSED) {
            return done(edition.id(), "Planned again for %s: it goes out when you resume.".formatted(people), next);
        }
        launch(edition);
        return done(edition.id(), "It goes out again to %s.".formatted(people), next);
    }

    /** Nobody waits for it: the page shows what becomes of it, and the log what it failed by. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void launch(Edition edition) {
        rounds.launch(new Mission.Resume(edition.id()));
    }

    private static String stopped(long id, boolean letGo, String sentence, RedirectAttributes next) {
        return done(
                id,
                letGo ? sentence : sentence + " A few messages are still under way, and count when they are answered.",
                next);
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
