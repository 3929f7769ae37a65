package org.mailround.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTests {

    private final Variants variants =
            new Variants(List.of(new Variant("en", "", ""), new Variant("pt-br", "", ""), new Variant("de", "", "")));

    @ParameterizedTest
    @CsvSource({"de,de", "de-AT,de", "DE-Latn-CH,de", "pt-BR,pt-br", "pt,en", "pt-PT,en", "deu,en", "fr,en", ",en"})
    void everybodyReadsTheClosestThereIs(@Nullable String language, String read) {
        assertThat(variants.in(0, language).language()).isEqualTo(read);
    }

    @Test
    void anEditionIsRenderedAtLeastOnce() {
        assertThatThrownBy(() -> new Variants(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
