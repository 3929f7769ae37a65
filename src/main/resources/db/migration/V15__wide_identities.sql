-- H2 commits, and with WRITE_DELAY=0 writes out, whatever has changed each time an identity runs out of the numbers set
-- aside for it: every 32 rows, if nothing is said. What is set aside and not used is a gap, which costs nothing.
alter table subscriber alter column id set cache 10000;
alter table subscription alter column id set cache 10000;
alter table delivery alter column id set cache 10000;
