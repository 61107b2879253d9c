-- An e-mail that a PDF of each recipient's own goes with.
alter table action add column report boolean not null default false;

-- By id, each layout that its reports name as it was when a run froze it.
alter table content_version add column layouts jsonb;
