package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleClinicTests {

    @Test
    void isTheOneInTheSampleConfiguration() throws Exception {
        assertThat(Files.readString(Path.of("config/application.yaml")))
                .contains(SampleClinic.NAME, SampleClinic.STREET, SampleClinic.PHONE);
    }
}
