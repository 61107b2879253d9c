-- Owner: content.

-- What a message says, per language. Immutable once sealed by a run: what was sent can be shown again exactly.
create table content_version (
  id uuid primary key,
  channel text not null,
  default_language text not null check (default_language in ('en', 'nb', 'pl', 'fr')),
  -- { en: { subject, preheader, html, text }, … }; the shape is contract/content.ts
  variants jsonb not null,
  previous_id uuid references content_version (id),
  sealed_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table template (
  id uuid primary key,
  name text not null,
  channel text not null,
  language text not null check (language in ('en', 'nb', 'pl', 'fr')),
  -- { subject, preheader, html, text }
  variant jsonb not null,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index template_name on template (name collate human, id) where archived_at is null;

-- The links of a sealed version, numbered in order; a token names version-independent (run, no, link_no).
create table link (
  content_version_id uuid not null references content_version (id),
  link_no int not null,
  url text not null,
  label text not null default '',
  primary key (content_version_id, link_no)
);
