package org.mailround.smtp;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.mailround.rfc.EmailAddress;

/** A message that is octets already, and goes out as they are. */
class OctetsMessage extends SMTPMessage {

    private final byte[] octets;

    OctetsMessage(Session session, EmailAddress sender, byte[] octets) {
        super(session);
        this.octets = octets;
        setEnvelopeFrom(sender.text());
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        out.write(octets);
    }

    @Override
    public int getSize() {
        return octets.length;
    }
}
