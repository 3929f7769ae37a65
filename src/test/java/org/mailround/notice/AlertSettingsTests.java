package org.mailround.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mailround.rfc.EmailAddress;

class AlertSettingsTests {

    @Test
    void areFineWithNothingInThem() {
        assertThat(settings("", 3, "").addresses()).isEmpty();
        assertThat(settings("", 3, "").pingUrl()).isNull();
    }

    @Test
    void takeAddressesWithBlanksAroundThem() {
        assertThat(settings(" desk@clinic.example ", 1, null).addresses())
                .containsExactly(EmailAddress.parse("desk@clinic.example"));
    }

    @Test
    void tellWhatIsWrongAndRepeatNoAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("desk", 3, null))
                .withMessageStartingWith("mailround.alerts.to cannot be mailed to (the address has no @): ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("", 0, null))
                .withMessageStartingWith("mailround.alerts.source-failures is 0: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("", 3, "ftp://ping.example/s3cret"))
                .withMessageStartingWith("mailround.alerts.ping-url is no web address: ")
                .withMessageNotContaining("s3cret");
    }

    private static AlertSettings settings(String to, int failures, @Nullable String ping) {
        return new AlertSettings(List.of(to), failures, ping == null ? null : URI.create(ping));
    }
}
