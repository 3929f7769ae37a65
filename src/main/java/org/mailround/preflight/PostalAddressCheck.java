package org.mailround.preflight;

import java.util.List;
import org.mailround.clinic.Clinic;
import org.springframework.stereotype.Component;

/** The law of many countries wants the clinic's postal address in every mailing. */
@Component
class PostalAddressCheck implements Check {

    private final Clinic clinic;

    PostalAddressCheck(Clinic clinic) {
        this.clinic = clinic;
    }

    @Override
    public Area area() {
        return Area.CLINIC;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        String postalAddress = clinic.postalAddress();
        if (postalAddress == null || postalAddress.isBlank()) {
            found.error(
                    "clinic.postal-address",
                    null,
                    "mailround.clinic.postal-address is missing: the law asks for the clinic's postal address in "
                            + "every mailing.");
        } else {
            found.ok("clinic.postal-address", null, "The clinic’s postal address stands in every mail.");
        }
    }
}
