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
import org.mailround.clinic.Clinic;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.Pace;
import org.mailround.delivery.Paces;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.springframework.stereotype.Component;

/** Gathers what pages show of editions. */
@Component
class EditionViews {

    private final Editions editions;
    private final Reports reports;
    private final Paces paces;
    private final Waits waits;
    private final Clinic clinic;

    EditionViews(Editions editions, Reports reports, Paces paces, Waits waits, Clinic clinic) {
        this.editions = editions;
        this.reports = reports;
        this.paces = paces;
        this.waits = waits;
        this.clinic = clinic;
    }

    /** The edition of that number as it is now, or empty. */
    Optional<EditionView> find(long id) {
        return editions.find(id).flatMap(edition -> reports.find(id).map(report -> view(edition, report)));
    }

    private EditionView view(Edition edition, Report report) {
        Pace pace = edition.state().isFinal() ? new Pace(0, null, null) : paces.of(edition);
        return new EditionView(
                edition, report, sums(report), pace.worker(), pace(edition, report, pace), waits(edition, pace));
    }

    static List<Sum> sums(Report report) {
        return sums(states(report));
    }

    /** In the order in which they are read: the good first, then what is to come, then what needs a look. */
    static List<Sum> sums(Map<DeliveryState, Long> states) {
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
                sums.add(new Sum(count, Wording.of(state), Wording.colour(state), state.label()));
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

    private static @Nullable String pace(Edition edition, Report report, Pace pace) {
        if (edition.state() != EditionState.SENDING || pace.perMinute() == 0) {
            return null;
        }
        long rate = Math.max(1, Math.round(pace.perMinute()));
        Duration left = Duration.ofSeconds(Math.round(report.outstanding() * 60 / pace.perMinute()));
        return "%d a minute, %s".formatted(rate, Wording.left(left));
    }

    private List<String> waits(Edition edition, Pace pace) {
        List<String> known = waits.of(edition.id(), edition.state());
        if (!known.isEmpty()) {
            return known;
        }
        List<String> sentences = new ArrayList<>();
        if (edition.state() == EditionState.SENDING && pace.worker() == null) {
            sentences.add("No process sends it at this moment. If that does not change soon, resume it.");
        }
        if (pace.nextAttempt() != null && (edition.state() == EditionState.STOPPED || pace.perMinute() == 0)) {
            sentences.add("Some were put off by their mail server. The next try is due %s."
                    .formatted(clinic.moment(pace.nextAttempt())));
        }
        return sentences;
    }
}
