-- What of their row the person chose themselves: names of columns, separated by |. Files do not overwrite it.
alter table subscriber add column chosen varchar(100);

-- What people say who leave, if they say anything; nothing of it names them.
create table leaving_reason (
    -- the one whose link they left by
    delivery_id bigint                   primary key references delivery on delete cascade,
    -- the delivery's own, as the page of an edition asks for all of it
    edition_id  bigint                   not null references edition,
    reason      varchar(20)              not null check (position(' ' || reason || ' ' in ' too-many unexpected not-signed-up not-relevant other ') > 0),
    -- in their words; may say anything
    comment     varchar(500),
    told_at     timestamp with time zone not null
);
create index leaving_reason_edition on leaving_reason (edition_id, told_at);
