-- Owner: campaigns. What people mean to do for a campaign: by whom, until when, done or not.

create table planned_activity (
  id uuid primary key,
  campaign_id uuid not null references campaign (id) on delete cascade,
  title text not null,
  note text not null default '',
  responsible_id uuid not null references app_user (id),
  due_at timestamptz not null,
  done_at timestamptz,
  done_by uuid references app_user (id),
  created_by uuid not null references app_user (id),
  created_at timestamptz not null default now(),
  check ((done_at is null) = (done_by is null))
);
create index planned_activity_campaign on planned_activity (campaign_id, due_at);
create index planned_activity_due on planned_activity (due_at);
create index planned_activity_open on planned_activity (responsible_id, due_at) where done_at is null;
