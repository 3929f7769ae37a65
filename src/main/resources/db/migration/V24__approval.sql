-- How editions of a campaign are approved before they go out; and the one rule of all mailings that are sent once.
alter table campaign add column approval varchar(10) default 'none' not null;
alter table campaign add constraint campaign_approval check (position(' ' || approval || ' ' in ' none hold unless ') > 0);
-- unless somebody stops it: it goes out so long after it was composed
alter table campaign add column approval_minutes integer;

create table one_off_rule (
    id               integer primary key check (id = 1),
    approval         varchar(10) not null check (position(' ' || approval || ' ' in ' none hold unless ') > 0),
    approval_minutes integer
);

-- Counts up with every change that makes its next edition another.
alter table campaign add column revision bigint default 0 not null;
-- null: it is in use
alter table campaign add column archived_at timestamp with time zone;
-- what was found before is no news in it; null: everything is
alter table campaign add column articles_since timestamp with time zone;

-- The sources that a digest takes articles from. No row: every source.
create table campaign_source (
    campaign_id bigint       not null references campaign,
    source      varchar(200) not null,
    primary key (campaign_id, source)
);

-- Whom of its lists an edition is for, where it is not for all: who chose this topic, or every one; who reads this language.
alter table edition add column audience_topic varchar(200);
alter table edition add column audience_language varchar(35);
-- those who did not say what they read are taken for readers of it
alter table edition add column audience_unknown boolean default false not null;

-- An edition that was not to go out before somebody approved it.
create table approval (
    edition_id  bigint                   not null primary key references edition,
    -- SHA-256 over all of it that was frozen; who approves says which they saw
    frozen_hash varchar(64)              not null,
    -- SHA-256 over the files that it was rendered by
    templates   varchar(64)              not null,
    -- how many people it was for when it was composed
    people      bigint                   not null,
    -- when it goes out unless somebody stops it; null: only when somebody approves it
    sends_at    timestamp with time zone,
    -- null while it waits
    decision    varchar(10) check (position(' ' || decision || ' ' in ' approved rejected withdrawn ') > 0),
    -- an account; null: the clock, or a change
    decided_by  varchar(100),
    decided_at  timestamp with time zone,
    note        varchar(1000)
);

-- Who wrote it or asked that it goes out: accounts that cannot approve it.
create table edition_author (
    edition_id bigint       not null references edition,
    account    varchar(100) not null,
    primary key (edition_id, account)
);

-- The same of what staff wrote to be sent once.
create table one_off_author (
    one_off_id bigint       not null references one_off on delete cascade,
    account    varchar(100) not null,
    primary key (one_off_id, account)
);

-- The lists that a mailing is for. No row: every list.
create table one_off_list (
    one_off_id bigint not null references one_off on delete cascade,
    list_id    bigint not null references mailing_list,
    primary key (one_off_id, list_id)
);
insert into one_off_list (one_off_id, list_id) select id, list_id from one_off;
alter table one_off drop column list_id;
alter table one_off add column topic varchar(200);
alter table one_off add column language varchar(35);
-- counts up with every change of what it says, or to whom
alter table one_off add column revision bigint default 0 not null;
-- the latest edition that was made of it
alter table one_off add column edition_id bigint references edition;

-- A person who let one that was held go out after all.
alter table occasion add column asked_by varchar(100);
