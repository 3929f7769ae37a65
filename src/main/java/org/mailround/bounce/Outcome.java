package org.mailround.bounce;

import java.util.Locale;

/** What a message of the mailbox changed, or why it changed nothing. */
enum Outcome {
    /** It changed something. */
    ACTED,
    /** It is genuine, and nothing follows from it. */
    COUNTED,
    /** Nothing of it names a mail of ours. */
    NO_TOKEN,
    /** It looks as if it named one, and does not. */
    FORGED,
    /** It names one, and somebody else than whom that was for. */
    OTHER_RECIPIENT,
    /** It names one that is too old. */
    TOO_OLD;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
