package org.mailround.admin.health;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import org.mailround.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether memory is left over when what is not needed any more was thrown away. */
@Component
@Order(10)
class MemoryPart implements Part {

    private static final String PART = "memory";
    private static final int MUCH = 85;

    private final Sizes sizes;
    private final Words words;

    MemoryPart(Sizes sizes, Words words) {
        this.sizes = sizes;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        long most = Runtime.getRuntime().maxMemory();
        long needed = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        String sentence = words.say("health.memory.used", sizes.say(needed), sizes.say(most));
        return needed * 100 > most * MUCH
                ? Line.watch(PART, sentence, words.say("health.memory.mend"))
                : Line.well(PART, sentence);
    }
}
