-- Owner: campaigns. What a campaign costs and brings, as people write it down.

alter table cost_line
  -- How many a cost per unit is expected for; null: as many as the action is meant for.
  add column expected_units int check (expected_units >= 0),
  add constraint cost_line_not_negative check (expected_minor >= 0 and actual_minor >= 0);
create index cost_line_campaign on cost_line (campaign_id, created_at, id);

create table revenue_line (
  id uuid primary key,
  campaign_id uuid not null references campaign (id),
  action_id uuid references action (id),
  label text not null,
  amount_minor bigint not null,
  -- How many deals it stands for.
  won int not null default 1 check (won >= 0),
  earned_on date not null,
  created_by uuid not null references app_user (id),
  created_at timestamptz not null default now()
);
create index revenue_line_campaign on revenue_line (campaign_id, earned_on, id);
