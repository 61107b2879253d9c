-- Owner: delivery. The ledger: one row per intended recipient, and what became of it, append-only.

create table run (
  -- yyyymm * 10^7 + n, or from 10^15 on for a run with partitions of its own
  id bigint primary key,
  campaign_id uuid not null references campaign (id),
  action_id uuid not null references action (id),
  mode text not null check (mode in ('test', 'main', 'retry', 'tick')),
  state text not null check (state in ('planning', 'generated', 'scheduled', 'sending', 'paused', 'finished', 'stopped', 'missed')),
  channel text not null,
  -- hand: only the people added by hand (Q24)
  scope text not null default 'all' check (scope in ('all', 'hand')),
  content_version_id uuid references content_version (id),
  sending_account_id uuid references sending_account (id),
  -- what was frozen at planning: audience, addressing, sender policy, topic, basis, purpose class
  terms jsonb not null default '{}',
  matched int not null default 0,
  planned int not null default 0,
  excluded int not null default 0,
  -- [{ reason, lines }] in the order of the gates
  waterfall jsonb not null default '[]',
  -- a pause the engine chose, in words: { code, params }
  pause_reason jsonb,
  gate_seq bigint,
  generated_at timestamptz,
  scheduled_for timestamptz,
  sealed_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  expires_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  check (matched = planned + excluded),
  check (state not in ('sending', 'paused', 'finished', 'stopped') or sealed_at is not null)
);
create index run_campaign on run (campaign_id, created_at);
create index run_action on run (action_id, created_at);
create index run_live on run (state) where state in ('planning', 'scheduled', 'sending', 'paused');
-- One list at a time is being prepared for an action.
create unique index run_prepared on run (action_id) where mode in ('main', 'retry') and state in ('planning', 'generated', 'scheduled');

create table recipient (
  run_id bigint not null,
  no int not null,
  party_kind text not null,
  party_id uuid not null,
  role text not null,
  asset_id uuid,
  company_id uuid,
  address text,
  address_key text,
  language text,
  origin text not null,
  verdict text not null,
  reason text,
  -- the value the gate saw
  seen text,
  consent_record_id bigint,
  -- the line this one retries
  origin_run bigint,
  origin_no int,
  constraint recipient_words check (
    party_kind in ('company', 'contact', 'lead') and role in ('own', 'office')
    and origin in ('rule', 'hand', 'import', 'copy', 'retry', 'test')
    and (verdict = 'planned' and reason is null or verdict = 'excluded' and reason is not null)
  ),
  primary key (run_id, no),
  unique nulls not distinct (run_id, party_id, party_kind, role, asset_id)
) partition by range (run_id);

create table chunk (
  run_id bigint not null,
  chunk_no int not null,
  first_no int not null,
  last_no int not null,
  total int not null,
  open int not null,
  -- the part of open that waits for its next try
  deferred int not null default 0,
  sent int not null default 0,
  failed int not null default 0,
  unknown int not null default 0,
  dropped int not null default 0,
  fence bigint not null default 0,
  worker_id uuid,
  lease_until timestamptz,
  due_at timestamptz not null default now(),
  constraint chunk_sums check (total = open + sent + failed + unknown + dropped and deferred between 0 and open
    and least(sent, failed, unknown, dropped) >= 0),
  primary key (run_id, chunk_no)
) partition by range (run_id);
create index chunk_due on chunk (run_id, due_at) where open > 0;

-- The intent, committed before the message can be accepted.
create table attempt (
  run_id bigint not null,
  no int not null,
  attempt_no int not null,
  worker_id uuid not null,
  fence bigint not null,
  gate_seq bigint not null,
  message_id text,
  sending_account_id uuid,
  -- the merge values, in the order of the compiled template's slots
  slots jsonb,
  at timestamptz not null default now(),
  -- withdrawn, or its worker died, before the message could be accepted: as if never tried
  released_at timestamptz,
  primary key (run_id, no, attempt_no)
) partition by range (run_id);

-- The state of a line is its last outcome.
create table outcome (
  run_id bigint not null,
  no int not null,
  seq int not null,
  attempt_no int,
  state text not null,
  reason text,
  -- the peer's own words
  reply text,
  next_at timestamptz,
  cost_minor bigint,
  decided_by uuid,
  at timestamptz not null default now(),
  constraint outcome_words check (state in ('sent', 'failed', 'deferred', 'unknown', 'dropped')
    and (state = 'sent' or reason is not null) and (state = 'deferred') = (next_at is not null)),
  primary key (run_id, no, seq)
) partition by range (run_id);
create index outcome_state on outcome (run_id, state, no);

-- A retry line inserts its key first: one retry chain, never two copies from two retries.
create table retry_of (
  origin_run bigint not null,
  origin_no int not null,
  retry_run bigint not null,
  retry_no int not null,
  -- a confirmed resend of an unknown
  resend boolean not null default false,
  primary key (origin_run, origin_no)
);

-- Who was written to and when: contact pressure and the person's timeline.
create table touch (
  party_id uuid not null,
  at timestamptz not null,
  run_id bigint not null,
  no int not null,
  party_kind text not null,
  channel text not null,
  purpose_class text not null,
  primary key (party_id, at, run_id, no)
);

create table worker (
  id uuid primary key,
  host text not null,
  pid int not null,
  version text not null,
  started_at timestamptz not null default now(),
  heartbeat_at timestamptz not null default now(),
  -- the last pause, stop or opt-out this worker has taken note of
  notice_seen bigint not null default 0,
  stopped_at timestamptz
);

create sequence run_large start 1000000000000000;
create table run_month (
  month int primary key,
  last int not null
);

create function create_run_partitions(suffix text, low bigint, high bigint) returns void language plpgsql as $$
declare
  parent text;
begin
  foreach parent in array array['recipient', 'chunk', 'attempt', 'outcome', 'event', 'first_event'] loop
    if to_regclass(parent || '_' || suffix) is null then
      execute format('create table %I partition of %I for values from (%s) to (%s)', parent || '_' || suffix, parent, low, high);
    end if;
  end loop;
end $$;

-- Draws a run id and makes sure that its partitions stand.
create function new_run_id(large boolean, moment timestamptz) returns bigint language plpgsql as $$
declare
  this_month int := to_char(moment at time zone 'UTC', 'YYYYMM')::int;
  number int;
  id bigint;
begin
  if large then
    id := nextval('run_large');
    perform create_run_partitions('run_' || id, id, id + 1);
    return id;
  end if;
  insert into run_month as m (month, last) values (this_month, 1)
    on conflict (month) do update set last = m.last + 1 returning m.last into number;
  id := this_month::bigint * 10000000 + number;
  if to_regclass('first_event_' || this_month) is null then
    perform pg_advisory_xact_lock(7268435);
    perform create_run_partitions(this_month::text, this_month::bigint * 10000000, (this_month::bigint + 1) * 10000000);
  end if;
  return id;
end $$;
