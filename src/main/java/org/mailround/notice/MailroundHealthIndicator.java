package org.mailround.notice;

import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Not well while the relay takes no mail, a digest is held or a task fails; asked often, so it asks one small question. */
@Component
class MailroundHealthIndicator extends AbstractHealthIndicator {

    private final NoticeTable notices;

    MailroundHealthIndicator(NoticeTable notices) {
        this.notices = notices;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<Map<String, Object>> ill = notices.lasting().stream()
                .filter(notice -> notice.kind().isIll())
                .map(MailroundHealthIndicator::detail)
                .toList();
        builder.up();
        if (!ill.isEmpty()) {
            builder.down().withDetail("notices", ill);
        }
    }

    private static Map<String, Object> detail(Notice notice) {
        return Map.of(
                "kind", notice.kind().label(),
                "id", notice.id(),
                "subject", notice.subject(),
                "sentence", notice.sentence());
    }
}
