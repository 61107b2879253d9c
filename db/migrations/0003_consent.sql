-- Owner: consent. Everything here that forbids sending carries gate_seq, drawn under the gate lock: the ledger's checker compares
-- it with the intents' own.

create sequence gate_seq;

create table topic (
  id uuid primary key,
  name text not null,
  description text not null default '',
  archived_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index topic_name on topic (lower(name)) where archived_at is null;

-- What was said, by whom, with which words: append-only.
create table consent_record (
  id bigint generated always as identity primary key,
  party_kind text not null check (party_kind in ('company', 'contact', 'lead')),
  party_id uuid not null,
  -- '' means whatever address of this party the channel uses
  address_key text not null default '',
  channel text not null,
  topic_id uuid not null references topic (id),
  decision text not null check (decision in ('given', 'withdrawn')),
  wording text not null default '',
  source text not null,
  evidence jsonb not null default '{}',
  recorded_by uuid,
  gate_seq bigint not null,
  at timestamptz not null default now()
);
create index consent_record_party on consent_record (party_id, at);

-- The present decision: the last record of its key. A decision for any address ('') also settles the keys of single addresses, so a
-- key of its own address always speaks before ''.
create table consent (
  party_kind text not null,
  party_id uuid not null,
  address_key text not null default '',
  channel text not null,
  topic_id uuid not null references topic (id),
  decision text not null check (decision in ('given', 'withdrawn')),
  record_id bigint not null references consent_record (id),
  at timestamptz not null,
  primary key (topic_id, channel, party_id, address_key, party_kind)
);

-- Someone left a campaign or a topic. It holds for the party whatever his address, and for the address whoever has it ('' is no
-- address). channel 'all' or one.
create table opt_out (
  id bigint generated always as identity primary key,
  scope text not null check (scope in ('campaign', 'topic')),
  campaign_id uuid,
  topic_id uuid references topic (id),
  channel text not null,
  party_kind text not null check (party_kind in ('company', 'contact', 'lead')),
  party_id uuid not null,
  address_key text not null default '',
  source text not null,
  evidence jsonb not null default '{}',
  recorded_by uuid,
  gate_seq bigint not null,
  at timestamptz not null default now(),
  -- the person came back
  lifted_at timestamptz,
  lifted_by uuid,
  check ((scope = 'campaign') = (campaign_id is not null)),
  check (scope <> 'topic' or topic_id is not null)
);
create unique index opt_out_key on opt_out (scope, campaign_id, topic_id, channel, address_key, party_id, party_kind)
  nulls not distinct where lifted_at is null;
create index opt_out_address on opt_out (address_key, channel) where lifted_at is null;
create index opt_out_party on opt_out (party_id) where lifted_at is null;

create table suppression (
  id uuid primary key,
  kind text not null check (kind in ('address', 'domain', 'number')),
  value text not null,
  -- 'all' or one channel
  channel text not null,
  purpose_class text not null check (purpose_class in ('marketing', 'all')),
  reason text not null check (reason in ('manual', 'import', 'unsubscribed', 'hard_bounce', 'complaint', 'erased')),
  note text not null default '',
  evidence jsonb not null default '{}',
  recorded_by uuid,
  gate_seq bigint not null,
  at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid
);
create unique index suppression_key on suppression (value, kind, channel, purpose_class) where lifted_at is null;
create index suppression_at on suppression (at desc, id);
