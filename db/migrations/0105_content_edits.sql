-- What a message said before each change of its draft, so that it can be seen and taken back.
create table content_edit (
  id uuid primary key,
  content_version_id uuid not null references content_version (id),
  default_language text not null,
  variants jsonb not null,
  -- Who had written this, and when.
  written_by uuid,
  written_at timestamptz not null
);
create index content_edit_version on content_edit (content_version_id, written_at desc, id);

-- Who last wrote the draft; until now only who began it was kept.
alter table content_version add column updated_by uuid;
