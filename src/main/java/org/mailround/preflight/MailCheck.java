package org.mailround.preflight;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailround.campaign.Variant;
import org.mailround.clinic.Sender;
import org.mailround.message.Mailing;
import org.mailround.message.Recipient;
import org.mailround.rfc.EmailAddress;
import org.springframework.stereotype.Component;

/** Makes a mail as it would go out, and looks whether one can leave the list from wherever one looks. */
@Component
class MailCheck implements Check {

    /** Whose mail is made: nobody's. */
    static final Recipient SOMEBODY =
            new Recipient(0, EmailAddress.parse("somebody@example.com"), null, null, Map.of());

    private static final Pattern UNSUBSCRIBE =
            Pattern.compile("(?im)^List-Unsubscribe:([^\r\n]*(?:\r\n[ \t][^\r\n]*)*)");
    private static final Pattern ONE_CLICK = Pattern.compile("(?im)^List-Unsubscribe-Post:");

    private final Mailings mailings;
    private final Sender sender;
    private final Clock clock;

    MailCheck(Mailings mailings, Sender sender, Clock clock) {
        this.mailings = mailings;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public Area area() {
        return Area.MAIL;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        if (sender.publicUrl() == null) {
            found.warning(
                    "mail.unsubscribe",
                    null,
                    "mailround.public-url is not set: people can leave the list by sending a mail only, and Gmail and "
                            + "Yahoo ask for one click. Write the https:// address of your public pages there.");
        }
        for (Proposal proposal : proposals) {
            for (Variant variant : proposal.fitted().variants().all()) {
                examine(proposal.name(), mailings.of(proposal, variant), found);
            }
        }
    }

    private void examine(String name, Mailing mailing, Findings found) {
        String octets = new String(mailing.octets(SOMEBODY, clock.instant()), StandardCharsets.UTF_8);
        String headers = octets.substring(0, Math.max(0, octets.indexOf("\r\n\r\n")) + 2);
        Set<String> missing = new LinkedHashSet<>();
        Matcher header = UNSUBSCRIBE.matcher(headers);
        String uris = header.find() ? header.group(1).replaceAll("\\s", "") : "";
        if (!uris.contains("<mailto:") || (sender.publicUrl() != null && !uris.startsWith("<http"))) {
            missing.add("the header List-Unsubscribe");
        }
        if (sender.publicUrl() != null && !ONE_CLICK.matcher(headers).find()) {
            missing.add("the header List-Unsubscribe-Post");
        }
        String link = uris.replaceFirst("^<([^>]*)>.*", "$1");
        if (link.isEmpty() || !mailing.html(SOMEBODY).replace("&amp;", "&").contains(link)) {
            missing.add("the HTML");
        }
        if (link.isEmpty() || !mailing.text(SOMEBODY).contains(link)) {
            missing.add("the text");
        }
        if (missing.isEmpty()) {
            found.ok("mail.unsubscribe", name, "People can leave the list from the HTML, the text and the headers.");
        } else {
            found.error(
                    "mail.unsubscribe",
                    name,
                    "There is no way to leave the list in %s: put ${links.unsubscribe} into the footer of the template."
                            .formatted(String.join(" and ", missing)));
        }
    }
}
