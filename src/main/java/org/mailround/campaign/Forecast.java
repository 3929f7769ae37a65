package org.mailround.campaign;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom an edition would reach if it were planned now.
 *
 * @param mailed how many would be mailed
 * @param excluded how many people of its lists are left out, by the reason
 */
public record Forecast(long mailed, SortedMap<String, Long> excluded) {

    public Forecast {
        excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
    }

    Forecast(long mailed, Map<String, Long> excluded) {
        this(mailed, new TreeMap<>(excluded));
    }
}
