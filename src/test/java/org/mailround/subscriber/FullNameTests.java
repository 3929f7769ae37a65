package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana Smith | Ana | Smith",
                "Ana Maria Smith | Ana Maria | Smith",
                "Cher | Cher |",
                "Mrs Smith | | Smith",
                "Mrs Ana Smith | Ana | Smith",
                "Herr Dr. med. Jan van der Berg | Jan | van der Berg",
                "Frau Prof. Dr. Else von Thun | Else | von Thun",
                "Maria de la Cruz | Maria | de la Cruz",
                "José Ortega y Gasset | José | Ortega y Gasset",
                "Van Morrison | Van | Morrison",
                "Dick Van Dyke | Dick | Van Dyke",
                "Phil Collins | Phil | Collins",
                "John Smith Jr. | John | Smith Jr.",
                "Ana Smith, PhD | Ana | Smith",
                "SMITH, Ana (Mrs) | Ana | SMITH",
                "Smith, Ana | Ana | Smith",
                "Smith, Dr Ana Maria | Ana Maria | Smith",
                "van Dijk, Anna | Anna | van Dijk",
                "Müller, Anna, Dr. | Anna | Müller",
                "Smith, Mr | | Smith",
                "Smith, | | Smith",
            })
    void areSplitWhereFirstComesFirst(String text, String first, String last) {
        assertThat(FullName.split(text, FullName.Order.FIRST_LAST)).isEqualTo(new FullName(first, last));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Smith Ana | Ana | Smith",
                "Smith Ana Maria | Ana Maria | Smith",
                "van Dijk Anna | Anna | van Dijk",
                "de la Cruz Maria | Maria | de la Cruz",
                "Dr. Müller Anna | Anna | Müller",
                "Smith, Ana | Ana | Smith",
                "Cher | Cher |",
            })
    void areSplitWhereLastComesFirst(String text, String first, String last) {
        assertThat(FullName.split(text, FullName.Order.LAST_FIRST)).isEqualTo(new FullName(first, last));
    }
}
