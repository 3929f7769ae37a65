package org.mailround.bounce;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.judgement.Judgement;

/**
 * What a message comes to for one recipient, for people who wonder. Nothing is recorded, and no token is asked for.
 *
 * @param recipient whom it is about; null where it does not say
 */
public record Explanation(Judgement judgement, @Nullable String recipient) {

    /** At least one, whatever the octets are. */
    public static List<Explanation> of(byte[] octets) {
        return MessageJudge.judge(Incoming.of(octets)).stream()
                .map(notification -> new Explanation(notification.judgement(), notification.recipient()))
                .toList();
    }

    @Override
    public String toString() {
        return judgement.toString();
    }
}
