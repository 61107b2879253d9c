-- Owner: crm. Files are read once into a table of their own; reports take less room; mappings are kept by name.

-- One unlogged table for each import in work, named by its id and dropped with its end. A server that crashed empties them: the file is then read again.
create schema staging;

alter table import
  -- rows that stand in the staging table, refused ones too
  add column read_rows int not null default 0,
  -- the file was read to its end: `rows` is known and the staging table is whole
  add column read_all boolean not null default false,
  -- what the mapping and the options came from, or were kept as
  add column profile_id uuid;
alter table import drop constraint import_entity_check;
alter table import add constraint import_entity_check check (entity in ('contact', 'company', 'lead', 'asset'));

alter table import_row
  drop column match_key,
  -- a line of the report may stand for consecutive rows that fared alike and need no more said: no to last_no, from line on, a line each
  add column last_no int;
drop index import_row_verdict;
create index import_row_verdict on import_row (import_id, verdict, no) where verdict <> 'created';

-- How files with these columns are read, under a name: offered again when a file with the same headers comes.
create table import_profile (
  id uuid primary key,
  name text not null,
  entity text not null,
  -- the field of each column by its name, as `plainHeader` writes it; null where the column is left out
  fields jsonb not null,
  options jsonb not null,
  created_by uuid,
  used_at timestamptz not null default now()
);
create unique index import_profile_name on import_profile (entity, lower(name));
