-- The language that somebody reads the desk in (BCP 47); null: what their browser asks for.
alter table staff_account add column language varchar(35);

-- What shows the codes that somebody signs in with after the password (RFC 6238).
create table second_factor (
    account_id bigint primary key references staff_account on delete cascade,
    -- 160 random bits, Base32
    secret     varchar(40) not null,
    -- null until its owner has shown a code of it
    since      timestamp with time zone,
    -- the time step of the latest code that was taken: neither it nor an earlier one is taken again
    last_step  bigint      not null
);

-- What opens in the place of a code, each once.
create table recovery_code (
    account_id bigint      not null references staff_account on delete cascade,
    -- SHA-256: whoever reads the database cannot use it
    digest     varchar(64) not null,
    primary key (account_id, digest)
);

-- Who must have a second factor: this role, and those that include it. No row: nobody.
create table second_factor_rule (
    id    integer primary key check (id = 1),
    least varchar(20) not null check (position(' ' || least || ' ' in ' viewer editor approver administrator ') > 0)
);

-- The trail is read from its end, all of it, or of one person or action.
create index audit_entry_at_id on audit_entry (at, id);
create index audit_entry_account on audit_entry (account, at, id);
create index audit_entry_action on audit_entry (action, at, id);
drop index audit_entry_at;
