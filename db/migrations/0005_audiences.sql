-- Owner: audiences.

create table segment (
  id uuid primary key,
  name text not null,
  description text not null default '',
  party_kind text not null check (party_kind in ('contact', 'company', 'lead')),
  -- the rule tree of contract/rule.ts
  rule jsonb not null,
  owner_id uuid,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index segment_name on segment (lower(name)) where archived_at is null;

-- People added to or removed from an action's audience by hand; generating again keeps them.
create table hand_pick (
  action_id uuid not null,
  party_kind text not null check (party_kind in ('company', 'contact', 'lead')),
  party_id uuid not null,
  pick text not null check (pick in ('added', 'removed')),
  picked_by uuid,
  picked_at timestamptz not null default now(),
  primary key (action_id, party_kind, party_id)
);
