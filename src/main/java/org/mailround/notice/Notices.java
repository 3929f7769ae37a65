package org.mailround.notice;

import java.util.List;
import org.springframework.stereotype.Component;

/** What staff should know, and what needs one of them. */
@Component
public class Notices {

    private final NoticeTable notices;
    private final SourceFailures sources;
    private final Sweep sweep;

    Notices(NoticeTable notices, SourceFailures sources, Sweep sweep) {
        this.notices = notices;
        this.sources = sources;
        this.sweep = sweep;
    }

    /** What needs a person now, the newest first. */
    public List<Notice> current() {
        sweep.sweep();
        return notices.lasting();
    }

    /**
     * What happened lately, over or not, the newest first.
     *
     * @param count how many at most
     */
    public List<Notice> recent(int count) {
        return notices.recent(count);
    }

    /** The sources that could not be read the last time, also where that is too seldom yet for a notice. */
    public List<String> failingSources() {
        return sources.all();
    }

    /** A person has seen to it; false if it was over before, or is not there. */
    public boolean dismiss(long id) {
        return notices.end(id);
    }

    /**
     * Something that is done by the clock failed: told once until it works again.
     *
     * @param task its name, at most 300 characters
     * @param sentence what happened and how to mend it, for people; without an address
     */
    public void taskFailed(String task, String sentence) {
        notices.raise(NoticeKind.TASK_FAILED, task, sentence);
    }

    /** Something that is done by the clock worked. */
    public void taskWorked(String task) {
        notices.end(NoticeKind.TASK_FAILED, task);
    }
}
