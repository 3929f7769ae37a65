package org.mailround.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Who wants to know, and by which run, as soon as an edition is composed. */
@Component
class Watches {

    private final Map<String, LongConsumer> watched = new ConcurrentHashMap<>();

    void watch(String run, LongConsumer composed) {
        watched.put(run, composed);
    }

    void composed(String run, long edition) {
        LongConsumer consumer = watched.get(run);
        if (consumer != null) {
            consumer.accept(edition);
        }
    }

    void forget(String run) {
        watched.remove(run);
    }
}
