package org.mailround.article;

import java.util.List;

/**
 * What reading every source once brought.
 *
 * @param added articles never seen before
 * @param known items that are no news: collected earlier, or duplicates
 * @param updated articles whose source changed them since
 * @param tooYoung items that are left for the next time, as they may not be finished
 * @param tooOld items that were no news any more when their source was first read
 * @param refused items that could not be made an article of
 * @param broken the sources that could not be read
 * @param moved the sources that are somewhere else for good
 * @param emptySources the names of sources that were read and hold no item
 */
public record CollectionResult(
        int added,
        int known,
        int updated,
        int tooYoung,
        int tooOld,
        int refused,
        List<BrokenSource> broken,
        List<MovedSource> moved,
        List<String> emptySources) {

    public CollectionResult {
        broken = List.copyOf(broken);
        moved = List.copyOf(moved);
        emptySources = List.copyOf(emptySources);
    }
}
