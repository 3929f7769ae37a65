package org.mailround.campaign;

/** An edition cannot be approved, or not by this person, or not any more; the message is a sentence for them. */
public class ApprovalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ApprovalException(String sentence) {
        super(sentence);
    }

    static ApprovalException notWaiting(Edition edition) {
        return new ApprovalException("Edition %d does not wait for approval any more: it is %s."
                .formatted(edition.id(), edition.state().label()));
    }

    /** It needs none. */
    public static ApprovalException notWanted(long edition) {
        return new ApprovalException("Edition %d needs no approval.".formatted(edition));
    }

    /** It was composed for another relay than the one that is configured. */
    public static ApprovalException elsewhere(Edition edition) {
        return new ApprovalException(
                edition.sandbox()
                        ? "Edition %d belongs to the sandbox, and mail goes to a real mail server now: it stays as it is."
                                .formatted(edition.id())
                        : "Edition %d belongs to a real mail server, and none is set up now: it stays as it is."
                                .formatted(edition.id()));
    }

    static ApprovalException changed(long edition) {
        return new ApprovalException(
                "Edition %d is not what you saw: look at it again. Nothing was approved.".formatted(edition));
    }

    static ApprovalException own(long edition) {
        return new ApprovalException(
                "You wrote edition %d or asked for it, so somebody else must approve it.".formatted(edition));
    }
}
