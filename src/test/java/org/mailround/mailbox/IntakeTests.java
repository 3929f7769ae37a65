package org.mailround.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** One message's fault stops nobody else's. */
class IntakeTests {

    private static final byte[] MESSAGE = {};

    @Test
    void aMessageThatTheDatabaseDoesNotTakeStays() {
        Intake intake = new Intake(octets -> {
            throw new DataIntegrityViolationException("value too long");
        });

        assertThat(intake.take(MESSAGE, 7)).isEqualTo(Disposal.LATER);
        assertThat(intake.result(null).failed()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsAwayEndsTheReading() {
        Intake intake = new Intake(octets -> {
            throw new DataAccessResourceFailureException("away");
        });

        assertThatThrownBy(() -> intake.take(MESSAGE, 7)).isInstanceOf(DataAccessResourceFailureException.class);
    }
}
