package org.mailround.judgement;

import java.util.ArrayList;
import java.util.List;

/** The fields of a report whose parts were lost: the report was cut off, re-wrapped or forwarded as plain text. */
record Loose(List<Fields> recipients, Fields feedback) {

    private static final int MOST_OCTETS = 256 * 1024;

    private static final String CONTENT_TYPE = "Content-Type:";
    private static final String MESSAGE = "message/rfc822";

    static Loose of(byte[] octets) {
        byte[] head = octets.length > MOST_OCTETS ? java.util.Arrays.copyOf(octets, MOST_OCTETS) : octets;
        List<Fields> recipients = new ArrayList<>();
        Fields feedback = new Fields();
        List<String> block = new ArrayList<>();
        List<String> lines = new ArrayList<>(TextOf.plain(head, null).lines().toList());
        lines.add("");
        for (String line : lines) {
            if (isAttached(line)) {
                // what a message says that is attached to this one is not said by this one
                break;
            }
            if (!line.isBlank()) {
                block.add(line);
                continue;
            }
            Fields fields = Fields.of(block);
            boolean isReport = isRecipient(fields) && fields.has("Action")
                    || fields.has("Final-Recipient") && fields.has("Status");
            if (isReport && recipients.size() < Incoming.MOST_RECIPIENTS) {
                recipients.add(fields);
            }
            if (fields.has("Feedback-Type") && (fields.has("User-Agent") || fields.has("Version"))) {
                feedback.addAll(fields);
            }
            block.clear();
        }
        return new Loose(recipients, feedback);
    }

    private static boolean isAttached(String line) {
        return line.regionMatches(true, 0, CONTENT_TYPE, 0, CONTENT_TYPE.length())
                && line.substring(CONTENT_TYPE.length()).strip().regionMatches(true, 0, MESSAGE, 0, MESSAGE.length());
    }

    static boolean isRecipient(Fields fields) {
        return fields.has("Final-Recipient")
                || fields.has("Original-Recipient")
                || fields.has("Action") && fields.has("Status")
                || fields.has("Status") && fields.has("Diagnostic-Code");
    }

    void addTo(Dissection dissection) {
        dissection.recipients.addAll(recipients);
        dissection.reported.addAll(feedback);
    }
}
