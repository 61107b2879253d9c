-- Calls and tasks: who an action gives its work to, and what became of each item.

-- How the work is shared out; read with defaults for what is left out.
alter table action add column work jsonb not null default '{}';

alter table interaction
  add column priority smallint not null default 2 check (priority between 1 and 3),
  -- A test's item, for whoever ran the test: it counts nowhere.
  add column proof boolean not null default false,
  -- How the last call about it ended.
  add column outcome text check (outcome in ('reached', 'not_reached', 'call_back', 'yes', 'no', 'do_not_call'));

-- Owner: channels. A person to be called: one for each open item of a run of calls.
create table call (
  interaction_id uuid primary key references interaction (id) on delete cascade,
  run_id bigint not null,
  no int not null,
  -- As it was when the list was generated.
  number text not null,
  number_key text not null,
  tries smallint not null default 0,
  -- Not called before; later than it was made after a call that found nobody, or at the time agreed.
  not_before timestamptz not null,
  -- Who agreed to call back then.
  promised_by uuid references app_user (id),
  -- Who has the person on the screen, and until when without a sign of life.
  claimed_by uuid references app_user (id),
  claimed_until timestamptz,
  check ((claimed_by is null) = (claimed_until is null))
);
create index call_line on call (run_id, no);
create index call_claimed on call (claimed_by) where claimed_by is not null;

-- The later facts of every channel.
alter table event drop constraint event_words;
alter table event add constraint event_words check (
  kind in ('confirmed', 'bounced', 'opened', 'clicked', 'replied', 'answered', 'complained', 'unsubscribed', 'converted',
    'reached', 'not_reached', 'call_back', 'returned', 'mailed', 'accepted', 'paid', 'won', 'lost', 'reversed', 'cleansed')
  and actor in ('human', 'machine', 'unknown'));
