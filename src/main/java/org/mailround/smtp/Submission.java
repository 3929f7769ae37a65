package org.mailround.smtp;

import org.mailround.rfc.SmtpReply;

/** What became of one message that was submitted. */
public sealed interface Submission {

    /** The relay took responsibility for it. */
    record Accepted(SmtpReply reply) implements Submission {}

    /** The relay refused this recipient or this message: for now (4yz) or for good (5yz). */
    record Refused(SmtpReply reply) implements Submission {}

    /** The relay is in trouble; the message was not handed over, and its recipient has no part in it. */
    record Troubled(RelayTrouble trouble) implements Submission {}

    /**
     * The connection broke without a reply.
     *
     * @param finalDotHandedOver whether the relay may have the whole message: then nobody can know its fate
     */
    record Lost(boolean finalDotHandedOver, String reason) implements Submission {}
}
