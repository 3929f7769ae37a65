-- What a finished edition came to, so that nobody counts a million rows again to say it. The ledger stays the truth: whoever
-- changes a finished edition's rows raises the version in the same transaction, and sums hold for the version at which they
-- were counted, no other.
create table accounting (
    edition_id bigint primary key references edition on delete cascade,
    version    bigint not null,
    -- the version that the sums hold for; null before the first count
    counted    bigint,
    accepted   bigint,
    rejected   bigint,
    expired    bigint,
    uncertain  bigint,
    suppressed bigint,
    cancelled  bigint,
    bounced    bigint,
    complained bigint
);
insert into accounting (edition_id, version) select id, 0 from edition where audience is not null;
