package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerTests {

    final Owner self = Owner.self();

    @Test
    void aRunningProcessIsNotGone() {
        assertThat(self.isGone()).isFalse();
        assertThat(Owner.parse(self.toString())).isEqualTo(self);
    }

    @Test
    void aLaterProcessWithTheSameNumberIsAnother() {
        assertThat(new Owner(self.host(), self.pid(), self.started() - 60_000).isGone())
                .isTrue();
    }

    @Test
    void aProcessOfAnotherMachineIsNeverProvablyGone() {
        assertThat(new Owner("elsewhere", Long.MAX_VALUE, 0).isGone()).isFalse();
    }

    @Test
    void aProcessThatEndedIsGone() throws Exception {
        Process process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version").start();
        Owner owner = new Owner(
                self.host(),
                process.pid(),
                process.info().startInstant().orElseThrow().toEpochMilli());
        process.waitFor();

        assertThat(owner.isGone()).isTrue();
    }

    @Test
    void whatIsNoOwnerReadsAsNone() {
        assertThat(Owner.parse("x")).isNull();
        assertThat(Owner.parse("host/pid/0")).isNull();
    }
}
