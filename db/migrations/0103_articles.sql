-- Content made apart, put into messages by its number: {% article 12 %}.
create table article (
  id uuid primary key,
  no bigint generated always as identity unique,
  title text not null,
  language text not null check (language in ('en', 'nb', 'pl', 'fr')),
  body text not null,
  link_url text not null default '',
  link_label text not null default '',
  updated_by uuid,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index article_title on article (title collate human, id) where archived_at is null;

-- By number, each article of a sealed version as it was then; null while they are linked live.
alter table content_version add column articles jsonb;
