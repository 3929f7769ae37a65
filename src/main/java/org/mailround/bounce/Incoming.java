package org.mailround.bounce;

import java.util.List;

/** A message as it came, taken apart as far as that can be done. Nothing in it is believed. */
final class Incoming {

    private Incoming() {}

    /** Takes a message apart, whatever it is. */
    static Incoming of(byte[] octets) {
        return new Incoming();
    }

    /** Every value of a header of the message itself, unfolded and decoded. */
    List<String> headers(String name) {
        return List.of();
    }

    /** The decoded subject; empty where there is none. */
    String subject() {
        return "";
    }

    /** What people read of it, without what is returned. */
    String text() {
        return "";
    }

    /** Values of a field per message of a delivery status (RFC 3464 section 2.2) or of a feedback report (RFC 5965). */
    List<String> reported(String field) {
        return List.of();
    }

    /** Values of a header of the message that is returned, wherever it was found. */
    List<String> returned(String name) {
        return List.of();
    }
}
