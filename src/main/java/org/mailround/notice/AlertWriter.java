package org.mailround.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.message.Happening;
import org.mailround.message.SingleMail;
import org.mailround.message.SingleMails;
import org.mailround.rfc.EmailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what nobody was told of into mails: all of it into one, for each who is to know. */
@Component
class AlertWriter {

    private final AlertSettings settings;
    private final NoticeTable notices;
    private final WaitingMails mails;
    private final SingleMails singleMails;
    private final Clinic clinic;
    private final TransactionTemplate transactions;

    AlertWriter(
            AlertSettings settings,
            NoticeTable notices,
            WaitingMails mails,
            SingleMails singleMails,
            Clinic clinic,
            TransactionTemplate transactions) {
        this.settings = settings;
        this.notices = notices;
        this.mails = mails;
        this.singleMails = singleMails;
        this.clinic = clinic;
        this.transactions = transactions;
    }

    void write() {
        List<EmailAddress> to = settings.addresses();
        if (!to.isEmpty()) {
            transactions.executeWithoutResult(status -> write(to));
        }
    }

    private void write(List<EmailAddress> to) {
        String letter = UUID.randomUUID().toString();
        List<Notice> news = notices.putInto(letter);
        if (!news.isEmpty()) {
            SingleMail mail = singleMails.notice(
                    subject(news), news.stream().map(this::told).toList());
            to.forEach(address -> mails.add(letter, address, mail));
        }
    }

    private static String subject(List<Notice> news) {
        return news.size() == 1
                ? "Mailround: " + news.get(0).kind().headline()
                : "Mailround: %d things to look at".formatted(news.size());
    }

    private Happening told(Notice notice) {
        return new Happening(clinic.moment(notice.createdAt()) + over(notice.endedAt()), notice.sentence());
    }

    private String over(@Nullable Instant ended) {
        return ended == null ? "" : " (over since " + clinic.moment(ended) + ")";
    }
}
