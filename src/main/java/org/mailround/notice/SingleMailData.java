package org.mailround.notice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailround.subscriber.DataSubject;
import org.mailround.subscriber.HeldRows;
import org.mailround.subscriber.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails that were for one person alone, and are remembered for a while. */
@Component
class SingleMailData implements PersonalData {

    private final JdbcClient jdbc;

    SingleMailData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("single_mail");
    }

    @Override
    public Map<String, Object> held(DataSubject subject) {
        List<Map<String, Object>> mails = jdbc.sql("""
                        select id, recipient, subject, content, state, attempts, created_at, settled_at, reply_code
                        from single_mail where lower(recipient) = ? order by id
                        """)
                .param(subject.address().canonical())
                .query(new HeldRows())
                .list();
        return mails.isEmpty() ? Map.of() : Map.of("mails", mails);
    }

    /** One that waits is not sent any more; one that is handed over now is out of the house. */
    @Override
    public int erase(DataSubject subject) {
        return jdbc.sql("delete from single_mail where lower(recipient) = ?")
                .param(subject.address().canonical())
                .update();
    }
}
