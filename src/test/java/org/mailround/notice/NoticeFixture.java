package org.mailround.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.batch.Mission;
import org.mailround.batch.RoundResult;
import org.mailround.batch.Rounds;
import org.subethamail.smtp.RejectException;

/** A house whose alerts go to {@code desk@clinic.example}, with a relay, an article, and people {@code p1@example.com} on. */
class NoticeFixture implements AutoCloseable {

    static final String DESK = "desk@clinic.example";

    final TestRelay relay = new TestRelay();
    final TestHouse house;

    NoticeFixture(Database database, Path home, int people, String... properties) {
        this.house = new TestHouse(
                database,
                home,
                Stream.concat(
                                Stream.of(
                                        "spring.mail.host=127.0.0.1",
                                        "spring.mail.port=" + relay.port(),
                                        "mailround.alerts.to=" + DESK),
                                Stream.of(properties))
                        .toArray(String[]::new));
        house.list(
                        "people",
                        Stream.concat(
                                        Stream.of("email"),
                                        IntStream.rangeClosed(1, people).mapToObj("p%d@example.com"::formatted))
                                .toArray(String[]::new))
                .article("walk.txt", "A walk a day\n\nIt does you good.\n");
    }

    RoundResult send() {
        return house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
    }

    RoundResult resume(long edition) {
        return house.get(Rounds.class).run(new Mission.Resume(edition));
    }

    Outbox outbox() {
        return house.get(Outbox.class);
    }

    List<Notice> current() {
        return house.get(Notices.class).current();
    }

    List<NoticeKind> kinds() {
        return current().stream().map(Notice::kind).toList();
    }

    /** What the desk got. */
    List<MimeMessage> alerts() {
        return relay.kept().stream()
                .filter(kept -> kept.recipient().equals(DESK))
                .map(TestRelay.Kept::message)
                .toList();
    }

    /** The text part. */
    static String text(MimeMessage mail) {
        try {
            return ((String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent()).replaceAll("\\s+", " ");
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is handed over to those is answered by nothing. */
    static TestRelay.Behaviour hangingUpAfterMailTo(Predicate<String> recipients) {
        return new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) throws RejectException {
                if (recipients.test(recipient)) {
                    throw TestRelay.hangUp();
                }
            }
        };
    }

    static TestRelay.Behaviour refusingSenders(int code, String text) {
        return new TestRelay.Behaviour() {
            @Override
            public void onSender(String sender) throws RejectException {
                throw new RejectException(code, text);
            }
        };
    }

    static TestRelay.Behaviour well() {
        return new TestRelay.Behaviour() {};
    }

    @Override
    public void close() {
        house.close();
        relay.close();
    }
}
