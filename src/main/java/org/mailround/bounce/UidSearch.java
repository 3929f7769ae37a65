package org.mailround.bounce;

import jakarta.mail.MessagingException;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Which messages are to be read, by the numbers that stay theirs: Jakarta Mail would make an object of each. */
final class UidSearch {

    private UidSearch() {}

    /**
     * Those beyond a number that nobody has put away, in their order.
     *
     * @param marks that tell those which were put away where they are
     */
    static long[] beyond(long last, IMAPFolder folder, Marks marks) throws MessagingException {
        String command = "UID SEARCH UID %d:* UNDELETED %s".formatted(last + 1, marks.unmarked());
        long[] found = (long[]) folder.doCommand(protocol -> numbers(protocol, command));
        // n:* is the last message, too, where there is none from n on (RFC 9051 section 9, seq-range)
        return LongStream.of(found).filter(uid -> uid > last).sorted().toArray();
    }

    private static long[] numbers(IMAPProtocol protocol, String command) throws ProtocolException {
        Response[] responses = protocol.command(command, null);
        LongStream.Builder numbers = LongStream.builder();
        for (int i = 0; i < responses.length; i++) {
            if (responses[i] instanceof IMAPResponse response && response.keyEquals("SEARCH")) {
                for (long uid = response.readLong(); uid != -1; uid = response.readLong()) {
                    numbers.add(uid);
                }
                responses[i] = null;
            }
        }
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return numbers.build().toArray();
    }
}
