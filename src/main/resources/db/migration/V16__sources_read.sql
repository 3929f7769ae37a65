-- An article that was there when its source was first read, and was no news any more: it is known, and never sent.
alter table article add column archived boolean default false not null;

-- What each source was like when it was read last. No row: it was never read.
create table source_reading (
    source        varchar(200)             not null primary key,
    -- SHA-256 in hex over where and how it was read: what the validators are about
    fingerprint   varchar(64)              not null,
    -- validators of RFC 9110 section 8.8, as they were given; null: everything is read again
    etag          varchar(500),
    last_modified varchar(500),
    read_at       timestamp with time zone not null
);
