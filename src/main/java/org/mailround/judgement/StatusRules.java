package org.mailround.judgement;

import org.jspecify.annotations.Nullable;

/** What a bare code says where the words say nothing. Little that is certain: a server may give 5.1.1 with any words. */
final class StatusRules {

    private StatusRules() {}

    /** By an enhanced status code (RFC 3463) or an SMTP reply code (RFC 5321). */
    static Reason of(@Nullable String code) {
        if (code == null || code.isEmpty()) {
            return Reason.UNKNOWN;
        }
        boolean mayPass = code.charAt(0) == '4';
        Reason reason = code.indexOf('.') < 0 ? ofReply(code) : ofDetail(code.substring(code.indexOf('.') + 1));
        return mayPass && (reason.isHard() || reason == Reason.FAILED) ? Reason.TRY_LATER : reason;
    }

    private static Reason ofReply(String code) {
        return code.equals("552") ? Reason.FULL : Reason.FAILED;
    }

    private static Reason ofDetail(String detail) {
        return switch (detail) {
            case "1.0", "1.1", "1.3", "1.4" -> Reason.UNKNOWN_USER;
            case "1.2", "4.4" -> Reason.UNKNOWN_HOST;
            case "1.6" -> Reason.MOVED;
            case "1.7", "1.8" -> Reason.SENDER_REFUSED;
            case "1.10" -> Reason.NO_MAIL_HERE;
            case "2.2", "3.1" -> Reason.FULL;
            case "2.3", "3.4" -> Reason.TOO_BIG;
            case "4.7" -> Reason.EXPIRED;
            case "5.3" -> Reason.RATE_LIMITED;
            default -> ofSubject(detail.charAt(0));
        };
    }

    private static Reason ofSubject(char subject) {
        return switch (subject) {
            case '3' -> Reason.SYSTEM;
            case '4' -> Reason.NETWORK;
            case '5' -> Reason.SYSTEM;
            case '6' -> Reason.CONTENT;
            case '7' -> Reason.POLICY;
            default -> Reason.FAILED;
        };
    }
}
