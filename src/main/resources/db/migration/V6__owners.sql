-- Who works the ledger: a process, for as long as it lives and its lease is renewed.
create table ledger_owner (
    name        varchar(36) primary key,
    -- where its end can be proved; elsewhere the end of its lease is waited for
    machine     varchar(255)             not null,
    -- for people
    process     varchar(300)             not null,
    -- what happened and is not in the ledger yet
    journal     varchar(4000)            not null,
    lease_until timestamp with time zone not null
);

-- An edition is worked by one owner at a time.
create table ledger_lease (
    edition_id bigint      not null primary key references edition,
    owner      varchar(36) not null references ledger_owner
);
create index ledger_lease_owner on ledger_lease (owner);

-- What was claimed before owners had a row of their own comes back now.
update delivery set state = 'uncertain', reason = 'crashed', settled_at = current_timestamp
where state = 'claimed'
  and exists (select 1 from attempt a where a.delivery_id = delivery.id and a.ended_at is null);
update attempt set ended_at = current_timestamp, outcome = 'uncertain' where ended_at is null;
update delivery set state = 'planned' where state = 'claimed';
update delivery set owner = null where owner is not null;

-- The lease is the owner's; an attempt is written when its end is known.
alter table delivery drop column lease_until;
alter table attempt alter column ended_at set not null;
alter table attempt alter column outcome set not null;
-- How many were begun in a stretch of time, for rates.
create index attempt_begun on attempt (begun_at);
