package org.mailround.preflight;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.Relay;
import org.springframework.stereotype.Component;

/** The sample configuration is for trying: nothing of it may go out through a real relay. */
@Component
class SampleCheck implements Check {

    private final Clinic clinic;
    private final Sender sender;
    private final Relay relay;

    SampleCheck(Clinic clinic, Sender sender, Relay relay) {
        this.clinic = clinic;
        this.sender = sender;
        this.relay = relay;
    }

    @Override
    public Area area() {
        return Area.CLINIC;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        if (relay.isLoopback()) {
            tellSample(found);
            return;
        }
        if (sender.from().address().isReserved()) {
            found.error(
                    "sample.from",
                    null,
                    "mailround.from is still the sample clinic's: write your own sender there before mail goes to "
                            + relay.name() + ".");
        }
        if (SampleClinic.isIn(clinic)) {
            found.error(
                    "sample.clinic",
                    null,
                    "mailround.clinic still has the name, postal address or phone of the sample clinic: write "
                            + "your own there.");
        }
        if (isReserved(sender.publicUrl())) {
            found.error(
                    "sample.public-url",
                    null,
                    "mailround.public-url is on a domain made for examples: write your own there.");
        }
        if (isLoopback(sender.publicUrl())) {
            found.error(
                    "sample.public-url",
                    null,
                    "mailround.public-url is on this machine, where no subscriber gets to: write the https:// "
                            + "address of your public pages there, or leave it out.");
        }
        if (isReserved(clinic.website())) {
            found.error(
                    "sample.website",
                    null,
                    "mailround.clinic.website is still the sample clinic's: write your own there.");
        }
    }

    private void tellSample(Findings found) {
        if (SampleClinic.isIn(clinic) || sender.from().address().isReserved()) {
            found.warning(
                    "sample.clinic",
                    null,
                    "The clinic is the one of the sample: that is fine for trying on this machine. Write your own into "
                            + "config/application.yaml before mail goes to a real relay.");
        }
    }

    private static boolean isLoopback(@Nullable URI url) {
        return url != null && "http".equals(url.getScheme());
    }

    private static boolean isReserved(@Nullable URI url) {
        return url != null && url.getHost() != null && EmailAddress.isReserved(url.getHost());
    }
}
