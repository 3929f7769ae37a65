package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HouseholdTests {

    @Test
    void whoShareALastNameAreCalledByTheirFirstNames() {
        assertThat(join("en", "Ana", "Smith", "Ben", "Smith")).isEqualTo(new FullName("Ana and Ben", "Smith"));
    }

    @Test
    void whoDoNotAreCalledByBoth() {
        assertThat(join("en", "Ana", "Smith", "Ben", "Jones")).isEqualTo(new FullName("Ana Smith and Ben Jones", ""));
    }

    @Test
    void theyAreListedAsTheirLanguageDoes() {
        assertThat(join("de", "Ana", "Smith", "Ben", "Smith", "Cy", "Smith").first())
                .isEqualTo("Ana, Ben und Cy");
        assertThat(join("en-GB", "Ana", "Smith", "Ben", "Smith", "Cy", "Smith").first())
                .isEqualTo("Ana, Ben and Cy");
        assertThat(join("es", "Ana", "Ruiz", "Inés", "Ruiz").first()).isEqualTo("Ana e Inés");
    }

    @Test
    void onePersonInSeveralRowsIsOnePerson() {
        assertThat(join("en", "Ana", "Smith", "ANA", "SMITH", null, "Smith")).isEqualTo(new FullName("Ana", "Smith"));
        assertThat(join("en", null, null, "Ana", "Smith")).isEqualTo(new FullName("Ana", "Smith"));
        assertThat(join("en", null, null, null, null)).isEqualTo(new FullName(null, null));
    }

    @Test
    void asManyAreNamedAsTheColumnHolds() {
        String[] names = IntStream.range(0, 12)
                .boxed()
                .flatMap(i -> List.of("Bartholomew-Maximilian-" + (char) ('A' + i), "Smith").stream())
                .toArray(String[]::new);

        String first = String.valueOf(join("en", names).first());

        assertThat(first)
                .hasSizeBetween(150, 200)
                .startsWith("Bartholomew-Maximilian-A, ")
                .contains(", and ");
    }

    private static FullName join(String language, @Nullable String... names) {
        List<FullName> people = IntStream.range(0, names.length / 2)
                .mapToObj(i -> new FullName(names[2 * i], names[2 * i + 1]))
                .toList();
        return Household.join(people, language, 200);
    }
}
