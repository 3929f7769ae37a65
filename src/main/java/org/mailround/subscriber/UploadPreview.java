package org.mailround.subscriber;

import java.util.List;
import java.util.Map;

/**
 * What an import would do.
 *
 * @param first the first of each kind of difference
 */
public record UploadPreview(ImportResult result, Map<Difference.Kind, List<Difference>> first) {

    public UploadPreview {
        first = Map.copyOf(first);
    }
}
