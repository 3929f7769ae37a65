-- Staff name editions by their number: none is left out after a crash, as numbers that were kept ready would be.
alter table edition alter column id set cache 1;
