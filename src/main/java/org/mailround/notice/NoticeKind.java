package org.mailround.notice;

import java.util.Locale;

/** What a notice is about. */
public enum NoticeKind {
    /** A digest, or a mailing sent once, was due and waits for a person. */
    DIGEST_HELD("A mailing is held", true, true),
    /** An edition waits until somebody approves it. */
    APPROVAL_WANTED("A mailing waits for approval", true, false),
    /** A digest was due and there was nothing new. */
    DIGEST_SKIPPED("Nothing new to send", false, false),
    /** A source could not be read several times in a row. */
    SOURCE_BROKEN("A source cannot be read", true, false),
    /** The relay takes no mail. */
    RELAY_PAUSED("The relay takes no mail", true, true),
    /** Nobody can know whether some recipients of an edition got it. */
    UNCERTAIN("Some recipients are uncertain", true, false),
    /** An edition was paused, as too much of it was refused or came back. */
    EDITION_PAUSED("An edition is paused", true, false),
    /** Unusually much of an edition that went out came back, or was complained of. */
    FEEDBACK_UNUSUAL("Unusually much came back", true, false),
    /** Somebody wrote to the bounce mailbox what no machine can make anything of, such as that they want to leave. */
    MAIL_SET_ASIDE("Mail for a person to read", true, false),
    /** A process ended in the middle of an edition. */
    BROKEN_OFF("The program ended in the middle of an edition", false, false),
    /** Something that is done by the clock failed. */
    TASK_FAILED("A task failed", true, true);

    private final String headline;
    private final boolean mailed;
    private final boolean ill;

    NoticeKind(String headline, boolean mailed, boolean ill) {
        this.headline = headline;
        this.mailed = mailed;
        this.ill = ill;
    }

    /** As it is written in the database and for programs: {@code digest-held}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A few words for people. */
    public String headline() {
        return headline;
    }

    /** Whether staff are mailed about it. */
    boolean isMailed() {
        return mailed;
    }

    /** Whether the program is not well while it lasts. */
    boolean isIll() {
        return ill;
    }

    static NoticeKind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
