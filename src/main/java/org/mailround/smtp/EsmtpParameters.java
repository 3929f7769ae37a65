package org.mailround.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What stands behind the addresses of a message's MAIL and RCPT commands: what this message needs, as far as the relay
 * offers it.
 *
 * @param ofMail without a blank before it; empty where there is nothing to say
 * @param ofRecipient the same
 */
record EsmtpParameters(String ofMail, String ofRecipient) {

    static final EsmtpParameters NONE = new EsmtpParameters("", "");

    /** @param offers whether EHLO told of an extension */
    static EsmtpParameters of(Envelope envelope, OctetsMessage message, Predicate<String> offers) {
        List<String> mail = new ArrayList<>();
        String recipient = "";
        if (message.needsSmtpUtf8() && offers.test("SMTPUTF8")) {
            mail.add("SMTPUTF8");
        }
        if (message.isEightBit() && offers.test("8BITMIME")) {
            mail.add("BODY=8BITMIME");
        }
        if (offers.test("SIZE")) {
            mail.add("SIZE=" + message.getSize());
        }
        if (envelope.id() != null && offers.test("DSN")) {
            mail.add("RET=HDRS");
            mail.add("ENVID=" + Xtext.of(envelope.id()));
            recipient = "NOTIFY=FAILURE,DELAY ORCPT=" + Xtext.of(envelope.recipient());
        }
        return new EsmtpParameters(String.join(" ", mail), recipient);
    }
}
