package org.mailround.smtp;

import java.nio.charset.StandardCharsets;

/**
 * What is said ahead of a message's content, each address with what this message needs, as far as the relay offers it.
 *
 * @param octets MAIL, RCPT and DATA, each on its line
 * @param mailEnd where RCPT begins
 * @param rcptEnd where DATA begins
 */
record Commands(byte[] octets, int mailEnd, int rcptEnd) {

    static Commands of(Envelope envelope, Content content, Offers offers) {
        StringBuilder said = new StringBuilder(256);
        said.append("MAIL FROM:<").append(envelope.sender().text()).append('>');
        if (needsSmtpUtf8(envelope, content) && offers.smtpUtf8()) {
            said.append(" SMTPUTF8");
        }
        if (content.isEightBit() && offers.eightBitMime()) {
            said.append(" BODY=8BITMIME");
        }
        if (offers.size()) {
            said.append(" SIZE=").append(content.size());
        }
        String id = offers.dsn() ? envelope.id() : null;
        if (id != null) {
            said.append(" RET=HDRS ENVID=").append(Xtext.of(id));
        }
        said.append("\r\n");
        byte[] mail = said.toString().getBytes(StandardCharsets.UTF_8);
        said.append("RCPT TO:<").append(envelope.recipient().text()).append('>');
        if (id != null) {
            said.append(" NOTIFY=FAILURE,DELAY ORCPT=").append(Xtext.of(envelope.recipient()));
        }
        byte[] all = said.append("\r\nDATA\r\n").toString().getBytes(StandardCharsets.UTF_8);
        return new Commands(all, mail.length, all.length - "DATA\r\n".length());
    }

    /** Whether addresses or headers are not ASCII alone (RFC 6531 section 1.2). */
    static boolean needsSmtpUtf8(Envelope envelope, Content content) {
        return envelope.needsSmtpUtf8() || content.hasEightBitHeaders();
    }

    int beginOf(Step step) {
        return switch (step) {
            case MAIL -> 0;
            case RCPT -> mailEnd;
            default -> rcptEnd;
        };
    }

    int endOf(Step step) {
        return switch (step) {
            case MAIL -> mailEnd;
            case RCPT -> rcptEnd;
            default -> octets.length;
        };
    }
}
