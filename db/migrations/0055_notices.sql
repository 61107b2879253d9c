-- Owner: access. What Fanfare tells a user; any module may tell, once for each key.

create table notice (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  -- of contract/notices.ts
  kind text not null,
  -- what and whom it is about; names are looked up as it is read
  campaign_id uuid,
  party_kind text check (party_kind in ('contact', 'company', 'lead')),
  party_id uuid,
  detail jsonb not null default '{}',
  key text not null,
  at timestamptz not null,
  read_at timestamptz,
  check ((party_kind is null) = (party_id is null)),
  unique (user_id, key)
);
create index notice_unread on notice (user_id) where read_at is null;
create index notice_campaign on notice (campaign_id);
