package org.mailround.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Angus's transport, which also tells how far a transaction came. */
class RelayTransport extends SMTPTransport {

    /** The steps of an SMTP transaction, in their order. */
    enum Step {
        MAIL,
        RCPT,
        DATA,
        CONTENT,
        FINAL_DOT
    }

    private Step step = Step.MAIL;

    RelayTransport(Session session, String protocol, boolean implicitTls) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, implicitTls);
    }

    /** The step that the latest transaction reached. */
    Step step() {
        return step;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        step = Step.MAIL;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        step = Step.RCPT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        step = Step.DATA;
        OutputStream content = super.data();
        step = Step.CONTENT;
        return content;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        // From here on the relay may have the whole message, even if writing the dot fails half-way.
        step = Step.FINAL_DOT;
        super.finishData();
    }
}
