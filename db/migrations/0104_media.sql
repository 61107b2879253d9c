-- Pictures for messages, in the database like everything that every process must reach. `token` is the public address.
create table media (
  id uuid primary key,
  token text not null unique,
  name text not null,
  type text not null check (type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
  size int not null,
  width int not null,
  height int not null,
  sha256 text not null,
  content bytea not null,
  created_by uuid,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index media_newest on media (created_at desc, id) where archived_at is null;
create unique index media_content on media (sha256) where archived_at is null;

-- Its address and what it shows, as messages need it.
alter table article add column picture jsonb;
