package org.mailround.preflight;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Audience;
import org.mailround.campaign.Draft;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.mailround.message.Fitted;
import org.mailround.message.Fitter;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.Relay;
import org.springframework.stereotype.Component;

/** Refuses what must not go out, on facts that are known here, without a question to the network. */
@Component
public class Preflight {

    private final Clinic clinic;
    private final Sender sender;
    private final Audience audience;
    private final Relay relay;

    Preflight(Clinic clinic, Sender sender, Audience audience, Relay relay) {
        this.clinic = clinic;
        this.sender = sender;
        this.audience = audience;
        this.relay = relay;
    }

    /**
     * Lets a mailing pass.
     *
     * @throws PreflightException naming everything that is in the way, and its mend
     */
    public void pass(Draft draft, Fitted fitted) {
        List<String> objections = contentObjections(fitted);
        if (!relay.isLoopback()) {
            objections.addAll(sampleObjections());
            long reserved = audience.onReservedDomains(draft);
            if (reserved > 0) {
                objections.add(("%d recipients have an address on a domain made for examples, where nobody lives: "
                                + "take the sample lists out of subscribers/ and start with a fresh data folder.")
                        .formatted(reserved));
            }
        }
        refuse(objections);
    }

    /**
     * Lets one test copy pass.
     *
     * @throws PreflightException naming everything that is in the way, and its mend
     */
    public void pass(EmailAddress testAddress, Fitted fitted) {
        List<String> objections = contentObjections(fitted);
        if (!relay.isLoopback()) {
            objections.addAll(sampleObjections());
            if (testAddress.isReserved()) {
                objections.add("The test address is on a domain made for examples, where nobody lives: take your own.");
            }
        }
        refuse(objections);
    }

    private static void refuse(List<String> objections) {
        if (!objections.isEmpty()) {
            throw new PreflightException(objections);
        }
    }

    private List<String> contentObjections(Fitted fitted) {
        List<String> objections = new ArrayList<>();
        String postalAddress = clinic.postalAddress();
        if (postalAddress == null || postalAddress.isBlank()) {
            objections.add(
                    "mailround.clinic.postal-address is missing: the law asks for the clinic's postal address in "
                            + "every mailing.");
        }
        if (fitted.octets() >= Fitter.HTML_OCTETS) {
            objections.add(("The HTML of this mailing has %,d bytes, and Gmail hides the end of mails over 102 KB: "
                            + "shorten it to less than %,d.")
                    .formatted(fitted.octets(), Fitter.HTML_OCTETS));
        }
        return objections;
    }

    private List<String> sampleObjections() {
        List<String> objections = new ArrayList<>();
        if (sender.from().address().isReserved()) {
            objections.add(
                    "mailround.from is still the sample clinic's: write your own sender there before mail goes to "
                            + relay.name() + ".");
        }
        if (SampleClinic.isIn(clinic)) {
            objections.add("mailround.clinic still has the name, postal address or phone of the sample clinic: write "
                    + "your own there.");
        }
        if (isReserved(sender.publicUrl())) {
            objections.add("mailround.public-url is on a domain made for examples: write your own there.");
        }
        if (isLoopback(sender.publicUrl())) {
            objections.add("mailround.public-url is on this machine, where no subscriber gets to: write the https:// "
                    + "address of your public pages there, or leave it out.");
        }
        if (isReserved(clinic.website())) {
            objections.add("mailround.clinic.website is still the sample clinic's: write your own there.");
        }
        return objections;
    }

    private static boolean isLoopback(@Nullable URI url) {
        return url != null && "http".equals(url.getScheme());
    }

    private static boolean isReserved(@Nullable URI url) {
        return url != null && url.getHost() != null && EmailAddress.isReserved(url.getHost());
    }
}
