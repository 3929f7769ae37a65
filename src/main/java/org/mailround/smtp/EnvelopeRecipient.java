package org.mailround.smtp;

import jakarta.mail.internet.InternetAddress;
import org.mailround.rfc.EmailAddress;

/** A forward-path: exactly the address, with nothing re-read from it. */
class EnvelopeRecipient extends InternetAddress {

    private static final long serialVersionUID = 1L;

    EnvelopeRecipient(EmailAddress address) {
        setAddress(address.text());
    }
}
