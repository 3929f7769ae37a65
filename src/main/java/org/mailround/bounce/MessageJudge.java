package org.mailround.bounce;

import java.util.List;

/** Judges a whole message: what it says, and of whom. */
final class MessageJudge {

    private MessageJudge() {}

    /** At least one; several where one message tells of several recipients. */
    static List<Notification> judge(Incoming incoming) {
        throw new UnsupportedOperationException();
    }
}
