-- Owner: campaigns.

create table campaign (
  id uuid primary key,
  code text not null,
  name text not null,
  description text not null default '',
  goal text not null default '',
  results text not null default '',
  kind text not null check (kind in ('one_off', 'multi_stage', 'sequential', 'parallel')),
  type text not null check (type in ('generic', 'newsletter', 'asset')),
  state text not null check (state in ('proposed', 'preparing', 'ready', 'running', 'paused', 'completed', 'cancelled')),
  owner_id uuid not null references app_user (id),
  created_by uuid not null references app_user (id),
  topic_id uuid references topic (id),
  purpose_class text not null check (purpose_class in ('marketing', 'notice')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  budget_minor bigint check (budget_minor >= 0),
  expected_revenue_minor bigint check (expected_revenue_minor >= 0),
  starts_on date,
  ends_on date,
  duplicated_from uuid references campaign (id),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create unique index campaign_code on campaign (lower(code));
create index campaign_recent on campaign (created_at desc, id);

create table action (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  position int not null,
  name text not null default '',
  channel text not null check (channel in ('email', 'sms', 'letter', 'call', 'task', 'invoice', 'opportunity', 'offer', 'list')),
  state text not null check (state in ('draft', 'ready', 'scheduled', 'running', 'done', 'cancelled')),
  -- the audience of contract/audience.ts
  audience jsonb not null,
  content_version_id uuid references content_version (id),
  sending_account_id uuid references sending_account (id),
  sender_policy text not null default 'owner' check (sender_policy in ('creator', 'owner', 'account_manager')),
  addressing text not null default 'contact' check (addressing in ('contact', 'company', 'both')),
  shared_address text not null default 'one' check (shared_address in ('one', 'each')),
  basis text not null default 'consent' check (basis in ('consent', 'soft_opt_in', 'contract', 'legal')),
  -- { kind: 'now' } | { kind: 'at', at, freeze: 'now' | 'start' }
  schedule jsonb not null default '{"kind":"now"}',
  interaction_type_id uuid references interaction_type (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (campaign_id, position)
);

create table cost_line (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  action_id uuid references action (id),
  label text not null,
  basis text not null check (basis in ('fixed', 'per_unit')),
  expected_minor bigint,
  actual_minor bigint,
  created_at timestamptz not null default now()
);

-- Who did what, in words the interface translates: append-only.
create table campaign_history (
  id bigint generated always as identity primary key,
  campaign_id uuid not null references campaign (id),
  at timestamptz not null default now(),
  user_id uuid,
  verb text not null,
  detail jsonb not null default '{}'
);
create index campaign_history_campaign on campaign_history (campaign_id, id);

create table track (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  position int not null,
  name text not null,
  unique (campaign_id, position)
);

create table enrolment (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  track_id uuid not null references track (id),
  contact_id uuid not null,
  state text not null check (state in ('active', 'held', 'finished', 'left')),
  step int not null default 0,
  version int not null default 1,
  next_at timestamptz,
  created_at timestamptz not null default now(),
  unique (campaign_id, track_id, contact_id)
);
create index enrolment_due on enrolment (next_at) where state = 'active';

-- No step of a track twice, across ticks, schedulers and restarts.
create table occurrence (
  enrolment_id uuid not null references enrolment (id),
  action_id uuid not null references action (id),
  pass int not null,
  run_id bigint not null,
  primary key (enrolment_id, action_id, pass)
);
