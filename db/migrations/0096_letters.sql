-- How letters look (layouts), how an action makes them, and what was made: sealed batches and the letters in them.
create table layout (
  id uuid primary key,
  name text not null,
  design jsonb not null,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table letter_plan (
  action_id uuid primary key,
  plan jsonb not null,
  updated_at timestamptz not null
);

-- Counted up over all letters of the house; with two check digits it is the code on the envelope.
create sequence letter_number;

create table letter_batch (
  id uuid primary key,
  name text not null,
  campaign_id uuid not null,
  action_id uuid not null,
  run_id bigint not null,
  proof boolean not null,
  reprint_of uuid references letter_batch (id) on delete cascade,
  letters int not null check (letters > 0),
  pages int not null check (pages > 0),
  grams int not null,
  cost_minor bigint not null,
  currency text not null,
  -- As the layout was; a reprint looks the same.
  design jsonb not null,
  sha256 text not null,
  bytes bigint not null,
  sealed_at timestamptz not null,
  sealed_by uuid,
  taken_at timestamptz,
  taken_by uuid,
  check ((taken_at is null) = (taken_by is null))
);
create index letter_batch_recent on letter_batch (sealed_at desc, id) where not proof;
create index letter_batch_campaign on letter_batch (campaign_id, sealed_at desc);

-- The file in pieces, so that none is held whole while it is handed out.
create table letter_batch_piece (
  batch_id uuid not null references letter_batch (id) on delete cascade,
  place int not null,
  bytes bytea not null,
  primary key (batch_id, place)
);

create table letter (
  run_id bigint not null,
  no int not null,
  batch_id uuid not null references letter_batch (id) on delete cascade,
  code text not null unique,
  -- In the batch, from 1.
  place int not null,
  pages int not null,
  grams int not null,
  cost_minor bigint not null,
  recipient text not null,
  document jsonb not null,
  returned_at timestamptz,
  returned_by uuid,
  reason text check (reason in ('unknown', 'moved', 'refused', 'deceased', 'incomplete', 'various')),
  primary key (run_id, no),
  check ((returned_at is null) = (reason is null))
);
create index letter_batch_order on letter (batch_id, place);
