package org.mailround.admin;

import java.util.List;
import java.util.Map;
import org.mailround.admin.EditionView.Sum;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.Ledger;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All editions, the newest first. */
@Controller
class EditionsPage {

    /** One of them. */
    record Row(Edition edition, String state, String colour, long audience, List<Sum> sums) {

        Row {
            sums = List.copyOf(sums);
        }
    }

    private final Editions editions;
    private final Ledger ledger;

    EditionsPage(Editions editions, Ledger ledger) {
        this.editions = editions;
        this.ledger = ledger;
    }

    @GetMapping("/editions")
    String editions(@RequestParam(defaultValue = "1") long page, Model model) {
        model.addAttribute("page", PageOf.of(page, editions.count(), this::rows));
        return "editions";
    }

    private List<Row> rows(long offset) {
        List<Edition> newest = editions.newest(offset, PageOf.SIZE);
        Map<Long, Map<DeliveryState, Long>> states =
                ledger.states(newest.stream().map(Edition::id).toList());
        return newest.stream()
                .map(edition -> row(edition, states.getOrDefault(edition.id(), Map.of())))
                .toList();
    }

    private static Row row(Edition edition, Map<DeliveryState, Long> states) {
        Long audience = edition.audience();
        return new Row(
                edition,
                Wording.of(edition.state()),
                Wording.colour(edition.state()),
                audience == null
                        ? states.values().stream().mapToLong(Long::longValue).sum()
                        : audience,
                EditionViews.sums(states));
    }
}
