-- Owner: channels. How much may leave an account, beside per_minute; null: no limit.

alter table sending_account
  add column per_hour int check (per_hour > 0),
  add column per_day int check (per_day > 0),
  add column per_domain_minute int check (per_domain_minute > 0),
  -- [{ name, domains, perMinute, perHour, perDay }]
  add column providers jsonb not null default '[]',
  -- { startsOn, first, growth, full }
  add column warm_up jsonb,
  drop column pace_until;

-- Owner: delivery. What has left an account, and whom it leaves alone for now: shared by all workers, a row per account and scope.
create table pace (
  account_id uuid not null references sending_account (id),
  -- 'account', 'provider:NAME' or 'domain:example.org'
  scope text not null,
  -- what counts towards the limits
  used jsonb,
  -- by the limits nothing more goes before
  free_at timestamptz,
  -- the server asked us to wait
  held_step int,
  held_until timestamptz,
  held_reason text,
  held_reply text,
  primary key (account_id, scope),
  check ((held_step is null) = (held_until is null))
);
