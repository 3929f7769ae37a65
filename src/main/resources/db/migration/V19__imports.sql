-- How many people whom files brought were on the list when an import began that has not ended: one that goes on after a crash
-- does not take those whom the first attempt brought for people who were there before. Null: none is under way.
alter table mailing_list add column people_before_import bigint;
