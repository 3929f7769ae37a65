-- Whether they who confirmed were welcomed.
alter table subscription_request add column welcomed boolean default false not null;

-- The request that a mail answers, and goes with once that is forgotten; null for mail to staff.
alter table single_mail add column request_id bigint references subscription_request on delete cascade;
create index single_mail_request on single_mail (request_id);
-- It may name several lists.
alter table single_mail alter column subject set data type text;
