package org.mailround.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.EditionView.Sum;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.Pace;
import org.mailround.delivery.Paces;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.mailround.words.Words;
import org.springframework.stereotype.Component;

/** Gathers what pages show of editions. */
@Component
class EditionViews {

    private final Editions editions;
    private final Reports reports;
    private final Paces paces;
    private final Waits waits;
    private final Wording wording;
    private final Words words;

    EditionViews(Editions editions, Reports reports, Paces paces, Waits waits, Wording wording, Words words) {
        this.editions = editions;
        this.reports = reports;
        this.paces = paces;
        this.waits = waits;
        this.wording = wording;
        this.words = words;
    }

    /** The edition of that number as it is now, or empty. */
    Optional<EditionView> find(long id) {
        return report(id).flatMap(report -> find(id, report));
    }

    Optional<Report> report(long id) {
        return reports.find(id);
    }

    /** The same with numbers that were asked for already. */
    Optional<EditionView> find(long id, Report report) {
        return editions.find(id).map(edition -> view(edition, report));
    }

    private EditionView view(Edition edition, Report report) {
        Pace pace = edition.state().isFinal() ? new Pace(0, null, null) : paces.of(edition);
        return new EditionView(
                edition,
                report,
                state(edition),
                sums(report),
                pace.worker(),
                pace(edition, report, pace),
                waits(edition, pace));
    }

    String state(Edition edition) {
        return wording.of(edition.state());
    }

    List<Sum> sums(Report report) {
        return sums(states(report));
    }

    /** In the order in which they are read: the good first, then what is to come, then what needs a look. */
    List<Sum> sums(Map<DeliveryState, Long> states) {
        List<Sum> sums = new ArrayList<>();
        for (DeliveryState state : List.of(
                DeliveryState.ACCEPTED,
                DeliveryState.PLANNED,
                DeliveryState.CLAIMED,
                DeliveryState.DEFERRED,
                DeliveryState.SUPPRESSED,
                DeliveryState.REJECTED,
                DeliveryState.EXPIRED,
                DeliveryState.UNCERTAIN,
                DeliveryState.CANCELLED)) {
            long count = states.getOrDefault(state, 0L);
            if (count > 0) {
                sums.add(new Sum(count, wording.of(state), Wording.colour(state), state.label()));
            }
        }
        return sums;
    }

    private static Map<DeliveryState, Long> states(Report report) {
        return Map.of(
                DeliveryState.PLANNED, report.planned(),
                DeliveryState.CLAIMED, report.claimed(),
                DeliveryState.ACCEPTED, report.accepted(),
                DeliveryState.DEFERRED, report.deferred(),
                DeliveryState.REJECTED, report.rejected(),
                DeliveryState.EXPIRED, report.expired(),
                DeliveryState.UNCERTAIN, report.uncertain(),
                DeliveryState.SUPPRESSED, report.suppressed(),
                DeliveryState.CANCELLED, report.cancelled());
    }

    private @Nullable String pace(Edition edition, Report report, Pace pace) {
        if (edition.state() != EditionState.SENDING || pace.perMinute() == 0) {
            return null;
        }
        long rate = Math.max(1, Math.round(pace.perMinute()));
        Duration left = Duration.ofSeconds(Math.round(report.outstanding() * 60 / pace.perMinute()));
        return words.say("edition.pace", rate, wording.left(left));
    }

    private List<String> waits(Edition edition, Pace pace) {
        List<String> known = waits.of(edition.id(), edition.state());
        if (!known.isEmpty()) {
            return known;
        }
        List<String> sentences = new ArrayList<>();
        if (edition.state() == EditionState.SENDING && pace.worker() == null) {
            sentences.add(words.say("edition.nobody-sends"));
        }
        if (pace.nextAttempt() != null && (edition.state() == EditionState.STOPPED || pace.perMinute() == 0)) {
            sentences.add(words.say("edition.put-off", words.moment(pace.nextAttempt())));
        }
        return sentences;
    }
}
