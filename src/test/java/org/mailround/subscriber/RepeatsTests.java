package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatsTests {

    @Test
    void theLastRowOfAPersonOverrulesTheEarlierOnes() {
        Repeats repeats = new Repeats(0);
        repeats.add("ana@example.com", 2);
        repeats.add("bo@example.com", 3);
        repeats.add("ana@example.com", 4);
        repeats.add("ana@example.com", 7);

        assertThat(repeats.isOverruled("ana@example.com", 2)).isTrue();
        assertThat(repeats.isOverruled("ana@example.com", 4)).isTrue();
        assertThat(repeats.isOverruled("ana@example.com", 7)).isFalse();
        assertThat(repeats.isOverruled("bo@example.com", 3)).isFalse();
    }

    @Test
    void takesNobodyForAnotherEvenWhenItsFilterIsFull() {
        Repeats repeats = new Repeats(0);
        for (int row = 0; row < 300_000; row++) {
            repeats.add(row + "@example.com", row);
        }

        for (int row = 0; row < 300_000; row++) {
            assertThat(repeats.isOverruled(row + "@example.com", row)).isFalse();
        }
    }

    @Test
    void idsOfAnySizeAreTold() {
        Ids ids = new Ids();
        ids.add(1);
        ids.add(1L << 20);
        ids.add(Long.MAX_VALUE);

        assertThat(ids.contains(1)).isTrue();
        assertThat(ids.contains(1L << 20)).isTrue();
        assertThat(ids.contains(Long.MAX_VALUE)).isTrue();
        assertThat(ids.contains(0)).isFalse();
        assertThat(ids.contains((1L << 20) + 1)).isFalse();
    }
}
