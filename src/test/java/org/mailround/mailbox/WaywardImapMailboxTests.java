package org.mailround.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailround.mailbox.MailboxSettings.Protocol;
import org.mailround.mailbox.TestMailbox.Clerk;
import org.mailround.mailbox.WaywardImap.Mail;

/** Against servers that have less than is asked for, and break. */
class WaywardImapMailboxTests {

    static final String JUDGED = "Mailround judged";
    static final String ASIDE = "Mailround set aside";

    final WaywardImap server = new WaywardImap();
    final Clerk clerk = new Clerk(subject -> subject.equals("102") ? Disposal.SET_ASIDE : null);

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void whereNoFolderCanBeMadeMessagesAreMarkedAndNotFetchedAgain() {
        server.mayCreate = name -> false;
        server.arrive(3);

        assertThat(read()).isEqualTo(new MailboxResult(2, 1, 0, 0, null));

        assertThat(server.inbox().get(0).flags()).containsExactlyInAnyOrder("$mailroundjudged", "\\seen");
        assertThat(server.inbox().get(1).flags()).containsExactlyInAnyOrder("$mailroundsetaside", "\\flagged");
        server.arrive(1);
        assertThat(read()).isEqualTo(new MailboxResult(1, 0, 0, 0, null));
        assertThat(clerk.subjects).containsExactly("101", "102", "103", "104");
    }

    @Test
    void aServerThatKeepsNoKeywordsKeepsOtherMarks() {
        server.mayCreate = name -> false;
        server.permanentFlags = "\\Answered \\Flagged \\Deleted \\Seen";
        server.arrive(3);

        read();

        assertThat(server.inbox().get(0).flags()).containsExactly("\\answered");
        assertThat(server.inbox().get(1).flags()).containsExactly("\\flagged");
        assertThat(read()).isEqualTo(new MailboxResult(0, 0, 0, 0, null));
    }

    @Test
    void foldersAreMadeUnderInboxWhereAllFoldersAre() {
        server.namespace = "INBOX.";
        server.mayCreate = name -> name.startsWith("INBOX.");
        server.arrive(3);

        read();

        assertThat(uids("INBOX." + JUDGED)).containsExactly(101L, 103L);
        assertThat(uids("INBOX." + ASIDE)).containsExactly(102L);
    }

    @Test
    void foldersAreMadeUnderInboxThoughTheServerDoesNotSaySo() {
        server.capabilities = "UIDPLUS";
        server.mayCreate = name -> name.startsWith("INBOX.");
        server.arrive(1);

        read();

        assertThat(uids("INBOX." + JUDGED)).containsExactly(101L);
    }

    @Test
    void withoutMoveMessagesAreCopiedAndOnlyTheseRemoved() {
        server.capabilities = "UIDPLUS NAMESPACE";
        server.arrive(2);
        server.inbox().get(0).flags().add("\\deleted");
        server.arrive(1);

        read();

        assertThat(uids("INBOX")).containsExactly(101L);
        assertThat(uids(JUDGED)).containsExactly(103L);
        assertThat(uids(ASIDE)).containsExactly(102L);
        assertThat(clerk.subjects).containsExactly("102", "103");
    }

    @Test
    void withoutUidExpungeNothingIsRemovedThatSomebodyElseMarked() {
        server.capabilities = "NAMESPACE";
        server.arrive(3);
        server.inbox().get(0).flags().add("\\deleted");

        read();

        assertThat(uids("INBOX")).containsExactly(101L, 102L, 103L);
        assertThat(uids(JUDGED)).containsExactly(103L);
        assertThat(read().read()).isZero();
    }

    @Test
    void withoutUidExpungeOursAreRemovedWhereNoOthersAreMarked() {
        server.capabilities = "NAMESPACE";
        server.arrive(3);

        read();

        assertThat(uids("INBOX")).isEmpty();
    }

    @Test
    void oneThatSomebodyElseTakesAwayIsNoFailure() {
        server.arrive(4);
        server.beforeFetch = fetch -> {
            if (fetch == 2) {
                server.inbox().removeIf(mail -> mail.uid() == 101 || mail.uid() == 103);
            }
        };

        assertThat(read().failed()).isZero();

        assertThat(uids("INBOX")).isEmpty();
        assertThat(uids(JUDGED)).containsExactly(104L);
        assertThat(uids(ASIDE)).containsExactly(102L);
    }

    @Test
    void oneThatTheServerCannotGiveStaysAndKeepsNoOtherFromBeingTaken() {
        server.arrive(4);
        server.gives = mail -> mail.uid() != 103;

        assertThat(read()).isEqualTo(new MailboxResult(2, 1, 1, 1, null));

        assertThat(uids("INBOX")).containsExactly(103L);
        assertThat(clerk.subjects).containsExactlyInAnyOrder("101", "102", "104");
    }

    @Test
    void whereAFolderIsGoneMessagesAreMarked() {
        server.arrive(1);
        server.beforeFetch = fetch -> server.folders.remove(JUDGED);

        assertThat(read()).isEqualTo(new MailboxResult(1, 0, 0, 0, null));

        assertThat(server.inbox().get(0).flags()).contains("$mailroundjudged");
    }

    @Test
    void whatIsStillThereIsMovedWhereAllWasRefusedForOneThatIsGone() {
        server.arrive(1);
        server.arrive(2);
        server.inbox().remove(1);
        AtomicInteger attempts = new AtomicInteger();
        server.moves = () -> {
            boolean first = attempts.incrementAndGet() == 1;
            return !(first && server.inbox().removeIf(mail -> mail.uid() == 101));
        };

        read();

        assertThat(uids("INBOX")).isEmpty();
        assertThat(uids(JUDGED)).containsExactly(103L);
    }

    @Test
    void aConnectionThatBreaksEndsThisReadingAndTheNextGoesOn() {
        server.arrive(120);
        server.beforeFetch = fetch -> {
            if (fetch == 75) {
                throw new IllegalStateException("hang up");
            }
        };

        MailboxResult broken = read();

        assertThat(broken.judged() + broken.setAside()).isEqualTo(50);
        assertThat(broken.interruption()).contains("127.0.0.1:" + server.port());
        MailboxResult next = read();
        assertThat(next).isEqualTo(new MailboxResult(70, 0, 0, 0, null));
        assertThat(uids("INBOX")).isEmpty();
        assertThat(uids(JUDGED)).hasSize(119).doesNotHaveDuplicates();
    }

    @Test
    void aServerThatSaysNothingIsWaitedForSoLongAndNotLonger() {
        server.silent = true;

        assertThatThrownBy(() -> TestMailbox.imap(
                                TestMailbox.server(Protocol.IMAP, server.port(), "secret", Duration.ofMillis(300)))
                        .read(new Intake(clerk)))
                .isInstanceOf(MailboxUnavailableException.class)
                .hasMessageContaining("takes the connection and says nothing");
    }

    @Test
    void nobodyThereIsTold() throws IOException {
        server.close();

        assertThatThrownBy(this::read)
                .isInstanceOf(MailboxUnavailableException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("mailround.bounces.host");
    }

    @Test
    void whatTheServerSaysOfALoginIsToldWithoutTheAddressInIt() {
        server.letsIn = secret -> false;

        assertThatThrownBy(this::read)
                .hasMessageContaining("does not accept the login")
                .hasMessageContaining("is unknown")
                .hasMessageNotContaining("ana@");
    }

    private MailboxResult read() {
        return TestMailbox.imap(server.port()).read(new Intake(clerk));
    }

    private List<Long> uids(String folder) {
        return Objects.requireNonNull(server.folders.get(folder)).stream()
                .map(Mail::uid)
                .toList();
    }
}
