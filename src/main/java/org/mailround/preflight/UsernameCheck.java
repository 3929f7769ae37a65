package org.mailround.preflight;

import java.util.List;
import java.util.Locale;
import org.mailround.clinic.Sender;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Microsoft and Google let a mailbox send in its own name, and in others only where they were told. */
@Component
class UsernameCheck implements Check {

    private final Sender sender;
    private final String preset;
    private final String username;

    UsernameCheck(
            Sender sender,
            @Value("${mailround.relay.preset:}") String preset,
            @Value("${spring.mail.username:}") String username) {
        this.sender = sender;
        this.preset = preset;
        this.username = username;
    }

    @Override
    public Area area() {
        return Area.RELAY;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        String domain =
                username.substring(username.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        if (preset.isBlank() || !username.contains("@") || preset.strip().equalsIgnoreCase("amazon-ses")) {
            return;
        }
        String from = sender.from().address().domain();
        if (!domain.equals(from)) {
            found.warning(
                    "relay.username",
                    domain,
                    "spring.mail.username is a mailbox of %s, and mailround.from one of %s: most providers then refuse mail or change its From, unless that mailbox may send as the other."
                            .formatted(domain, from));
        }
    }
}
