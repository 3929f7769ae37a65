package org.mailround.preflight;

import java.util.List;
import org.mailround.message.Fitted;
import org.mailround.message.Fitter;
import org.springframework.stereotype.Component;

/** Gmail shows no more than 102 KB of a mail, and so hides the footer of a longer one. */
@Component
class SizeCheck implements Check {

    @Override
    public Area area() {
        return Area.MAIL;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        proposals.forEach(proposal -> examine(proposal.name(), proposal.fitted(), found));
    }

    private static void examine(String name, Fitted fitted, Findings found) {
        if (fitted.octets() >= Fitter.HTML_OCTETS) {
            found.error(
                    "mail.size",
                    name,
                    ("The HTML of this mailing has %,d bytes, and Gmail hides the end of mails over 102 KB: "
                                    + "shorten it to less than %,d.")
                            .formatted(fitted.octets(), Fitter.HTML_OCTETS));
        } else if (fitted.shortened().isPresent()) {
            found.warning("mail.size", name, fitted.shortened().get());
        } else {
            found.ok(
                    "mail.size",
                    name,
                    "The HTML has %,d bytes; Gmail shows mails below %,d whole."
                            .formatted(fitted.octets(), Fitter.HTML_OCTETS));
        }
    }
}
