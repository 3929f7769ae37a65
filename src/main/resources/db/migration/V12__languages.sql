-- An edition is rendered once for each language that its recipients read; its first rendering is for all others.
alter table edition_variant add column language varchar(35) default 'en' not null;
