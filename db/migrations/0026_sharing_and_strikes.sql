-- Owner: campaigns. Other accounts that carry a part of the distribution, by a rule: { rule, whenPaused, weight, others: [{ id, weight }] };
-- null: the action's own account alone.
alter table action add column account_sharing jsonb;

-- Owner: delivery. Refusals of an address that mean something only when they come again over time, a day's worth counted once.
create table address_strike (
  -- SHA-256 of the address's key: nobody is named here
  address_hash text not null,
  reason text not null,
  strikes int not null default 1,
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  primary key (address_hash, reason)
);

-- Lines whose outcome is unknown are looked for again and again: is there evidence by now?
create index chunk_unknown on chunk (run_id) where unknown > 0;
