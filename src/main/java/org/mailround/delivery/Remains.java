package org.mailround.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a journal says of the claims of a process that is no more.
 *
 * @param settled how attempts ended, in their order
 * @param handedOver the attempts of which nobody knows the end
 */
record Remains(List<Settlement> settled, List<Attempt> handedOver) {

    /** Reads it. A last line without its end was cut off by the end of the process: what it told of did not begin. */
    static Remains of(Path journal) throws IOException {
        String text = new String(Files.readAllBytes(journal), StandardCharsets.UTF_8);
        List<Settlement> settled = new ArrayList<>();
        Map<Long, Attempt> open = new HashMap<>();
        text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(JournalLine::read)
                .forEach(line -> {
                    if (line instanceof Attempt attempt) {
                        open.put(attempt.deliveryId(), attempt);
                    } else if (line instanceof Settlement settlement) {
                        open.remove(settlement.attempt().deliveryId());
                        settled.add(settlement);
                    }
                });
        return new Remains(settled, List.copyOf(open.values()));
    }
}
