package org.mailround.rfc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmtpReplyTests {

    @Test
    void readsCodeStatusAndText() {
        assertThat(SmtpReply.parse("550 5.1.1 <x>: user unknown\r\n"))
                .isEqualTo(new SmtpReply(550, "5.1.1", "<x>: user unknown"));
    }

    @Test
    void readsRepliesWithoutAnEnhancedStatus() {
        assertThat(SmtpReply.parse("250 Ok: queued as 4711")).isEqualTo(new SmtpReply(250, null, "Ok: queued as 4711"));
    }

    @Test
    void joinsTheLinesOfALongReply() {
        assertThat(SmtpReply.parse("452-4.2.2 the mailbox\r\n452 4.2.2 is full"))
                .isEqualTo(new SmtpReply(452, "4.2.2", "the mailbox is full"));
    }

    @Test
    void readsABareCode() {
        assertThat(SmtpReply.parse("250")).isEqualTo(new SmtpReply(250, null, ""));
    }

    @Test
    void givesNothingForWhatIsNoReply() {
        assertThat(SmtpReply.parse(null)).isNull();
        assertThat(SmtpReply.parse("[EOF]")).isNull();
    }
}
