package org.mailround.smtp;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that is octets already, and goes out as they are. */
class OctetsMessage extends SMTPMessage {

    private final Envelope envelope;
    private final byte[] octets;
    private final int headerEnd;
    private final int firstEightBit;

    OctetsMessage(Session session, Envelope envelope, byte[] octets) {
        super(session);
        this.envelope = envelope;
        this.octets = octets;
        this.headerEnd = headerEnd(octets);
        this.firstEightBit = firstEightBit(octets);
        setEnvelopeFrom(envelope.sender().text());
    }

    private static int headerEnd(byte[] octets) {
        for (int i = 0; i + 3 < octets.length; i++) {
            if (octets[i] == '\r' && octets[i + 1] == '\n' && octets[i + 2] == '\r' && octets[i + 3] == '\n') {
                return i;
            }
        }
        return octets.length;
    }

    private static int firstEightBit(byte[] octets) {
        int i = 0;
        while (i < octets.length && octets[i] >= 0) {
            i++;
        }
        return i;
    }

    /** Whether it is not ASCII alone (RFC 6152). */
    boolean isEightBit() {
        return firstEightBit < octets.length;
    }

    /** Whether its addresses or headers are not ASCII alone (RFC 6531 section 1.2). */
    boolean needsSmtpUtf8() {
        return envelope.needsSmtpUtf8() || firstEightBit < headerEnd;
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
