package org.mailround;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.RejectException;

/** What gets into the logs of a whole round, of ours at the finest level that anybody sets, and of libraries as it is set. */
class LogsTests {

    private static final Logger OURS = (Logger) LoggerFactory.getLogger("org.mailround");
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @TempDir
    Path home;

    private final TestRelay relay = new TestRelay();
    private final Kept kept = new Kept();
    private TestHouse house;

    @BeforeEach
    void open() {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                if (recipient.startsWith("bo")) {
                    throw new RejectException(450, "4.2.2 <" + recipient + "> is full");
                }
                if (recipient.startsWith("cy")) {
                    throw new RejectException(550, "5.1.1 <" + recipient + "> unknown");
                }
            }
        });
        house = new TestHouse(
                Database.H2,
                home,
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + relay.port(),
                "mailround.delivery.patience=1s");
        OURS.setLevel(Level.DEBUG);
        kept.setContext(ROOT.getLoggerContext());
        kept.start();
        ROOT.addAppender(kept);
    }

    @AfterEach
    void close() {
        ROOT.detachAppender(kept);
        OURS.setLevel(null);
        house.close();
        relay.close();
    }

    @Test
    void aRoundTellsOfNobodyAndOfNoSubject() {
        house.list(
                "people",
                "email,first_name",
                "ana.secret@example.com,Anastasia",
                "bo.secret@example.com,Bonifatius",
                "cy.secret@example.com,Cyprian",
                "no-address.secret,Dagobert");
        house.article("walk.txt", "Confidential title\n\nIt does you good.\n");
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
        house.clock().advance(Duration.ofHours(1));
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));

        assertThat(relay.recipients()).containsExactly("ana.secret@example.com");
        assertThat(kept.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .doesNotContainIgnoringCase(
                                "secret@", ".secret", "Anastasia", "Bonifatius", "Cyprian", "Dagobert")
                        .doesNotContainIgnoringCase("Confidential"));
    }

    @Test
    void whatARoundDoesNamesTheRunAndTheStep() {
        house.list("people", "email", "ana@example.com").article("walk.txt", "A walk a day\n\nIt does you good.\n");

        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));

        assertThat(kept.contexts())
                .anySatisfy(context -> assertThat(context).containsKey("run").containsEntry("step", "report"));
    }

    private static class Kept extends AppenderBase<ILoggingEvent> {

        private final Collection<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
        }

        List<String> lines() {
            return events.stream()
                    .map(event -> "%s %s %s %s %s"
                            .formatted(
                                    event.getLoggerName(),
                                    event.getFormattedMessage(),
                                    event.getMDCPropertyMap(),
                                    event.getKeyValuePairs(),
                                    ThrowableProxyUtil.asString(event.getThrowableProxy())))
                    .toList();
        }

        List<Map<String, String>> contexts() {
            return events.stream().map(ILoggingEvent::getMDCPropertyMap).toList();
        }
    }
}
