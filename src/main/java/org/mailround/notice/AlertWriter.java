package org.mailround.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.rfc.EmailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what nobody was told of into mails: all of it into one, for each who is to know. */
@Component
class AlertWriter {

    private final AlertSettings settings;
    private final NoticeTable notices;
    private final WaitingMails mails;
    private final Clinic clinic;
    private final TransactionTemplate transactions;

    AlertWriter(
            AlertSettings settings,
            NoticeTable notices,
            WaitingMails mails,
            Clinic clinic,
            TransactionTemplate transactions) {
        this.settings = settings;
        this.notices = notices;
        this.mails = mails;
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
            to.forEach(address -> mails.add(letter, address, subject(news), text(news)));
        }
    }

    private static String subject(List<Notice> news) {
        return news.size() == 1
                ? "Mailround: " + news.get(0).kind().headline()
                : "Mailround: %d things to look at".formatted(news.size());
    }

    private String text(List<Notice> news) {
        StringBuilder text = new StringBuilder("Mailround at %s has something to tell:\n\n".formatted(clinic.name()));
        news.forEach(notice -> text.append("* ")
                .append(clinic.moment(notice.createdAt()))
                .append(over(notice.endedAt()))
                .append(": ")
                .append(notice.sentence().replace('\n', ' '))
                .append("\n\n"));
        return text.append("-- \nThis mail comes by itself, as mailround.alerts.to names your address.\n")
                .toString();
    }

    private String over(@Nullable Instant ended) {
        return ended == null ? "" : " (over since " + clinic.moment(ended) + ")";
    }
}
