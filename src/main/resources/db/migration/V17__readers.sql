-- Those who do not get every edition of a digest, once for the sandbox and once for real. No row: they get the next.
create table cadence (
    campaign_id   bigint  not null references campaign,
    sandbox       boolean not null,
    subscriber_id bigint  not null references subscriber on delete cascade,
    -- when the latest edition that was planned for them was composed; null: none was
    planned_at    timestamp with time zone,
    -- the first edition that was not for them and whose articles they are still to get; null: none
    owed_from     bigint,
    primary key (campaign_id, sandbox, subscriber_id)
);

-- They are part of a key below, which has no room for more. What goes is a last topic whole.
update subscriber set topics = regexp_replace(substring(topics from 1 for 600), '[|][^|]*$', '')
    where char_length(topics) > 600;

-- Who gets which of an edition's selections of articles: by what they are owed and the topics they chose, in their words.
-- An edition without rows has one selection, for everybody.
create table edition_readers (
    edition_id bigint       not null references edition,
    -- 0: nothing
    owed_from  bigint       not null,
    -- empty: every topic
    topics     varchar(600) not null,
    -- null: nothing in it is for them
    selection  integer,
    primary key (edition_id, owed_from, topics)
);

-- 0: everything new
alter table edition_variant add column selection integer default 0 not null;
-- null: the edition's
alter table edition_variant add column subject varchar(1000);
create index edition_variant_choice on edition_variant (edition_id, selection, language);

-- What staff decided about an article before a digest has it.
create table article_choice (
    campaign_id bigint  not null references campaign,
    article_id  bigint  not null references article,
    -- it is not to be in this digest
    excluded    boolean not null,
    -- its place among those that come first; null: by its date
    place       integer,
    primary key (campaign_id, article_id)
);
