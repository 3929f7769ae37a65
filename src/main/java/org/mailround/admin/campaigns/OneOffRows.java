package org.mailround.admin.campaigns;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.campaign.OneOff;
import org.mailround.campaign.OneOffs;
import org.springframework.stereotype.Component;

/** Knows of one-offs what became of them. */
@Component
class OneOffRows {

    private final OneOffs oneOffs;
    private final Editions editions;

    OneOffRows(OneOffs oneOffs, Editions editions) {
        this.oneOffs = oneOffs;
        this.editions = editions;
    }

    OneOffRow of(OneOff oneOff) {
        return of(List.of(oneOff)).get(0);
    }

    List<OneOffRow> of(List<OneOff> all) {
        Map<Long, EditionState> states = editions.states(
                all.stream().flatMap(each -> Stream.ofNullable(each.edition())).toList());
        return all.stream().map(each -> row(each, states)).toList();
    }

    private OneOffRow row(OneOff oneOff, Map<Long, EditionState> states) {
        Long edition = oneOff.edition();
        return edition == null
                ? new OneOffRow(oneOff, null, false)
                : new OneOffRow(oneOff, states.get(edition), oneOffs.isSent(oneOff.id()));
    }
}
