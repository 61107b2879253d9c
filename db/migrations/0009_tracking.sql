-- Owner: tracking. Facts that come back after the hand-over; a fact never overwrites a state.

create table event (
  run_id bigint not null,
  no int not null,
  -- makes duplicates harmless
  event_id text not null,
  kind text not null,
  actor text not null,
  link_no int,
  at timestamptz not null,
  evidence jsonb not null default '{}',
  constraint event_words check (
    kind in ('confirmed', 'bounced', 'opened', 'clicked', 'replied', 'answered', 'complained', 'unsubscribed', 'converted')
    and actor in ('human', 'machine', 'unknown')
  ),
  primary key (run_id, no, event_id)
) partition by range (run_id);

-- The first of each kind, for unique counts; link_no 0 means any link. Recomputable from event.
create table first_event (
  run_id bigint not null,
  kind text not null,
  actor text not null,
  link_no int not null default 0,
  no int not null,
  event_id text not null,
  at timestamptz not null,
  primary key (run_id, no, kind, actor, link_no)
) partition by range (run_id);
create index first_event_kind on first_event (run_id, kind, actor, link_no, no);
