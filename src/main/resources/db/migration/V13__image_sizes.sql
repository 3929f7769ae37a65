-- How large a picture is, in pixels, where its source says so: mail programs keep its place then.
alter table article add column image_width integer;
alter table article add column image_height integer;
alter table edition_article add column image_width integer;
alter table edition_article add column image_height integer;
