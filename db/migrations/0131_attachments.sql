-- Files that go with e-mails, the same for everybody; never changed, so what was sent can be shown again. Owner: content.
create table attachment (
  id uuid primary key,
  name text not null,
  type text not null,
  size int not null check (size > 0),
  sha256 text not null,
  content bytea not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  unique (sha256, name)
);
-- Already compressed for the most part, and read whole.
alter table attachment alter column content set storage external;

-- The largest message in bytes that the account's server said it takes, when it was last tested; null: not said.
alter table sending_account add column size_limit int;
