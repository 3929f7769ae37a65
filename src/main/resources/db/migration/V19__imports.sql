-- When an import began that has not ended: one that goes on after a crash does not take the people whom the first attempt
-- brought for people who were there before. Null: none is under way.
alter table mailing_list add column import_began_at timestamp with time zone;
