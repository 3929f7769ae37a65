package org.mailround.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Courier;
import org.mailround.delivery.IdRange;
import org.springframework.batch.core.configuration.annotation.JobScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Cuts what is outstanding into a stretch of the ledger for each connection. */
@Component
@JobScope
class DeliverPartitioner implements Partitioner {

    static final String FIRST = "first";
    static final String LAST = "last";

    private final long edition;
    private final Editions editions;
    private final Courier courier;

    DeliverPartitioner(@Value("#{jobExecutionContext['edition']}") Long edition, Editions editions, Courier courier) {
        this.edition = edition;
        this.editions = editions;
        this.courier = courier;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        List<IdRange> ranges = courier.begin(editions.get(edition));
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int i = 0; i < ranges.size(); i++) {
            ExecutionContext context = new ExecutionContext();
            context.putLong(FIRST, ranges.get(i).first());
            context.putLong(LAST, ranges.get(i).last());
            partitions.put("connection" + (i + 1), context);
        }
        return partitions;
    }
}
