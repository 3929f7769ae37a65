package org.mailround.preflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailround.campaign.Draft;
import org.mailround.message.Fitted;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.Relay;
import org.springframework.stereotype.Component;

/** Refuses what must not go out, on facts that are known here, without a question to the network. */
@Component
public class Preflight {

    private final List<Check> always;
    private final ReservedRecipientsCheck recipients;
    private final Relay relay;

    Preflight(
            PostalAddressCheck postalAddress,
            SizeCheck size,
            SampleCheck sample,
            ReservedRecipientsCheck recipients,
            Relay relay) {
        this.always = List.of(postalAddress, size, sample);
        this.recipients = recipients;
        this.relay = relay;
    }

    /**
     * Lets a mailing pass.
     *
     * @throws PreflightException naming everything that is in the way, and its mend
     */
    public void pass(Draft draft, Fitted fitted) {
        List<Check> checks = new ArrayList<>(always);
        checks.add(recipients);
        refuse(objections(checks, new Proposal(draft, fitted)));
    }

    /**
     * Lets one test copy pass.
     *
     * @throws PreflightException naming everything that is in the way, and its mend
     */
    public void pass(EmailAddress testAddress, Draft draft, Fitted fitted) {
        List<String> objections = new ArrayList<>(objections(always, new Proposal(draft, fitted)));
        if (!relay.isLoopback() && testAddress.isReserved()) {
            objections.add("The test address is on a domain made for examples, where nobody lives: take your own.");
        }
        refuse(objections);
    }

    private static List<String> objections(List<Check> checks, Proposal proposal) {
        Findings found = new Findings();
        checks.forEach(check -> check.examine(List.of(proposal), Deadline.in(Duration.ZERO), found));
        return found.objections();
    }

    private static void refuse(List<String> objections) {
        if (!objections.isEmpty()) {
            throw new PreflightException(objections);
        }
    }
}
