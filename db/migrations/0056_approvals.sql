-- Owner: access. Above these a second person approves what is sent; null: nobody is asked.
alter table installation add column approval_recipients int check (approval_recipients > 0);
alter table installation add column approval_cost_minor bigint check (approval_cost_minor > 0);

-- Owner: delivery. What a second person was asked, about exactly this message, list, sender and cost.
create table approval (
  id uuid primary key,
  campaign_id uuid not null references campaign (id) on delete cascade,
  action_id uuid not null references action (id) on delete cascade,
  state text not null check (state in ('asked', 'given', 'refused')),
  note text not null default '',
  -- of delivery/approvals/fingerprint.ts: what was shown, part by part
  fingerprint jsonb not null,
  asked_by uuid not null references app_user (id),
  asked_at timestamptz not null,
  decided_by uuid references app_user (id),
  decided_at timestamptz,
  reason text not null default '',
  check ((state = 'asked') = (decided_by is null)),
  check (decided_by is distinct from asked_by)
);
create index approval_action on approval (action_id, asked_at desc);
create index approval_asked on approval (asked_at) where state = 'asked';
