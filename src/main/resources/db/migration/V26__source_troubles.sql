-- Sources that could not be read when they were tried last. No row: it could, or was never tried.
create table source_trouble (
    source   varchar(200)             not null primary key,
    reason   varchar(2000)            not null,
    since    timestamp with time zone not null,
    tried_at timestamp with time zone not null
);
create index article_source on article (source, id);
