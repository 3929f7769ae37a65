package org.mailround.preflight;

import org.mailround.clinic.Clinic;

/** The clinic of the sample configuration, which exists nowhere: nobody may get mail in its name. */
final class SampleClinic {

    static final String NAME = "Riverside Family Clinic";
    static final String STREET = "4 Mill Lane";
    static final String PHONE = "01632 960123";

    private SampleClinic() {}

    static boolean isIn(Clinic clinic) {
        String postalAddress = clinic.postalAddress();
        return NAME.equals(clinic.name().strip())
                || PHONE.equals(clinic.phone())
                || (postalAddress != null && postalAddress.contains(STREET) && postalAddress.contains("RV1"));
    }
}
