package org.mailround.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailround.subscriber.DataSubject;
import org.mailround.subscriber.HeldRows;
import org.mailround.subscriber.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When somebody had an edition last who does not get every one. */
@Component
class CadenceData implements PersonalData {

    private final JdbcClient jdbc;

    CadenceData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> tables() {
        return Set.of("cadence");
    }

    @Override
    public Map<String, Object> held(DataSubject subject) {
        List<Map<String, Object>> rows = jdbc.sql("""
                        select c.name as campaign, r.sandbox, r.planned_at, r.owed_from
                        from cadence r join campaign c on c.id = r.campaign_id
                        where r.subscriber_id = ? order by c.id, r.sandbox
                        """)
                .param(subject.subscriberId())
                .query(new HeldRows())
                .list();
        return rows.isEmpty() ? Map.of() : Map.of("cadence", rows);
    }

    @Override
    public int erase(DataSubject subject) {
        return jdbc.sql("delete from cadence where subscriber_id = ?")
                .param(subject.subscriberId())
                .update();
    }
}
