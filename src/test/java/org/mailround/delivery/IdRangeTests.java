package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdRangeTests {

    @ParameterizedTest
    @CsvSource({"1,100,4", "1,3,4", "7,7,16", "1,0,4", "5,1004,3", "1,17,16"})
    void splitsIntoDisjointRangesThatCoverIt(long first, long last, int parts) {
        List<IdRange> ranges = new IdRange(first, last).split(parts);

        assertThat(ranges).hasSizeLessThanOrEqualTo(parts);
        long next = first;
        for (IdRange range : ranges) {
            assertThat(range.first()).isEqualTo(next);
            assertThat(range.last()).isGreaterThanOrEqualTo(range.first());
            next = range.last() + 1;
        }
        assertThat(next).isEqualTo(Math.max(first, last + 1));
    }
}
