package org.mailround.report;

import java.util.List;
import org.mailround.campaign.Edition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of an edition, domain by domain. */
@Component
public class DomainReports {

    private static final String BY_DOMAIN = """
            select r.domain, count(*) as audience,
                   sum(case when r.state = 'accepted' then 1 else 0 end) as accepted,
                   sum(case when r.state = 'rejected' then 1 else 0 end) as rejected,
                   sum(case when r.state = 'expired' then 1 else 0 end) as expired,
                   sum(case when r.feedback = 'bounced' then 1 else 0 end) as bounced,
                   sum(case when r.feedback = 'complained' then 1 else 0 end) as complained,
                   sum(case when r.bounce_class = 'hard' then 1 else 0 end) as hard,
                   sum(case when r.bounce_class = 'soft' then 1 else 0 end) as soft,
                   sum(case when r.bounce_class = 'policy' then 1 else 0 end) as policy
            from (select case when d.address is null then '(forgotten)'
                              else substring(d.canonical from position('@' in d.canonical) + 1) end as domain,
                         d.state, d.feedback, b.bounce_class
                  from delivery d
                  left join bounce b on b.delivery_id = d.id
                                    and (d.feedback is not null or d.state in ('rejected', 'expired'))
                  where d.edition_id = ?) r
            group by r.domain order by count(*) desc, r.domain
            """;

    private final JdbcClient jdbc;

    DomainReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every domain that the edition went to, those with most people first. It looks through all of its recipients. */
    public List<DomainReport> of(Edition edition) {
        return jdbc.sql(BY_DOMAIN).param(edition.id()).query(DomainReport.class).list();
    }
}
