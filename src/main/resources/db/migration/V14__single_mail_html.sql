-- The HTML of a mail to one person, beside its text; null where there is the text alone.
alter table single_mail add column html text;
