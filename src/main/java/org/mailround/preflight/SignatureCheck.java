package org.mailround.preflight;

import java.util.List;
import org.mailround.message.Dkim;
import org.mailround.message.DkimKey;
import org.springframework.stereotype.Component;

/** Whether mail is signed, and well; that needs no question to anybody. */
@Component
class SignatureCheck implements Check {

    private static final int STRONG = 2048;

    private final Dkim dkim;

    SignatureCheck(Dkim dkim) {
        this.dkim = dkim;
    }

    @Override
    public Area area() {
        return Area.MAIL;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        if (dkim.key().isEmpty()) {
            found.warning(
                    "mail.unsigned",
                    null,
                    "Mail goes unsigned, and Gmail and Yahoo want a DKIM signature: ./mailround dkim-key makes a key and says what to do with it.");
            return;
        }
        DkimKey key = dkim.key().get();
        if (key.bits() < STRONG) {
            found.warning(
                    "mail.signature",
                    null,
                    "The DKIM key %s has %d bits, which is weak: ./mailround dkim-key makes one of %d."
                            .formatted(key.selector(), key.bits(), STRONG));
        } else {
            found.ok(
                    "mail.signature",
                    null,
                    "Mail is signed by %s with a DKIM key of %d bits.".formatted(key.domain(), key.bits()));
        }
    }
}
