package org.mailround.preflight;

import java.util.List;
import java.util.Locale;
import org.mailround.clinic.Clinic;
import org.springframework.stereotype.Component;

/** Whether links and buttons in the clinic's colours can be read. */
@Component
class ContrastCheck implements Check {

    private static final String PAPER = "#ffffff";

    /** What our templates have behind the text in dark mode. */
    private static final String NIGHT = "#11191b";

    private final Clinic clinic;

    ContrastCheck(Clinic clinic) {
        this.clinic = clinic;
    }

    @Override
    public Area area() {
        return Area.CLINIC;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        examine("accent", clinic.accent(), PAPER, "white", found);
        examine("accent-dark", clinic.accentDark(), NIGHT, "the dark background", found);
    }

    private static void examine(String key, String colour, String background, String named, Findings found) {
        double ratio = Contrast.ratio(colour, background);
        String told = "mailround.clinic.%s, %s, has a contrast of %.1f : 1 on %s";
        // what is just too little must not read as enough
        double shown = Math.floor(ratio * 10) / 10;
        if (ratio >= Contrast.ENOUGH) {
            found.ok("clinic.contrast", key, String.format(Locale.ROOT, told, key, colour, shown, named) + ".");
        } else {
            String better = Contrast.readable(colour, background);
            found.error(
                    "clinic.contrast",
                    key,
                    "%s, and text needs 4.5 : 1 to be read: set it to %s, for example."
                            .formatted(String.format(Locale.ROOT, told, key, colour, shown, named), better));
        }
    }
}
