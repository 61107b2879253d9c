-- Owner: campaigns. Tracks, who is in them, and what they were sent. Nothing could be written to the tables of 0007 yet.

drop table occurrence;
drop table enrolment;
drop table track;

-- Who comes into a profiled campaign, and at what pace they are written to.
create table track_plan (
  campaign_id uuid primary key references campaign (id) on delete cascade,
  -- of contract/audience.ts
  audience jsonb not null,
  -- live: whoever comes to match; once: whoever matches at the start
  joining text not null default 'live' check (joining in ('live', 'once')),
  -- begins anew so many days after the end, as long as he matches; null: never
  again_after_days int check (again_after_days between 1 and 3660),
  -- of contract/tracks.ts
  pace jsonb not null,
  joined_at timestamptz,
  updated_at timestamptz not null default now()
);

create table track (
  id uuid primary key,
  campaign_id uuid not null references campaign (id) on delete cascade,
  position int not null,
  name text not null,
  -- only for those with this interest; null: for everybody
  interest text,
  after_failure text not null default 'go_on' check (after_failure in ('go_on', 'wait', 'leave')),
  -- the version that newcomers begin
  version int not null default 1,
  unique (campaign_id, position) deferrable initially deferred
);

-- The messages in their order. Never changed once somebody is in it: a change makes the next version.
create table track_version (
  track_id uuid not null references track (id) on delete cascade,
  version int not null,
  -- ids of actions
  messages uuid[] not null,
  primary key (track_id, version)
);

create table enrolment (
  id bigint generated always as identity primary key,
  campaign_id uuid not null,
  track_id uuid not null,
  contact_id uuid not null,
  -- queued: waits until an earlier track is through; held: until a person lets it go on
  state text not null check (state in ('queued', 'active', 'held', 'finished', 'left')),
  version int not null,
  -- so many messages of that version are through
  step int not null default 0,
  -- grows when somebody begins anew
  pass int not null default 1,
  -- moved from another version: what he had already is passed over
  moved boolean not null default false,
  next_at timestamptz,
  -- why the next message waits beyond its day: open, failed, excluded, pressure, unready
  waits_for text,
  -- why he left: by_hand, unsubscribed, failed, interest_gone, holdout, gone
  left_for text,
  last_run_id bigint,
  last_no int,
  finished_at timestamptz,
  created_at timestamptz not null default now(),
  check (state <> 'active' or next_at is not null),
  check ((state = 'left') = (left_for is not null)),
  unique (campaign_id, track_id, contact_id)
);
create index enrolment_due on enrolment (campaign_id, next_at) where state = 'active';
create index enrolment_contact on enrolment (contact_id, campaign_id);
create index enrolment_list on enrolment (campaign_id, created_at, id);
create index enrolment_through on enrolment (campaign_id, finished_at) where state = 'finished';
create index enrolment_strayed on enrolment (campaign_id) where left_for = 'interest_gone';

-- No step of a track twice, across ticks, schedulers and restarts: written in the transaction that plans the message.
create table occurrence (
  enrolment_id bigint not null,
  action_id uuid not null,
  pass int not null,
  run_id bigint not null,
  -- the line of the run
  no int not null,
  primary key (enrolment_id, action_id, pass)
);
