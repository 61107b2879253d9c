-- Owner: campaigns. What people write down for each other about a campaign.

create table campaign_note (
  id uuid primary key,
  campaign_id uuid not null references campaign (id) on delete cascade,
  body text not null,
  author_id uuid not null references app_user (id),
  at timestamptz not null
);
create index campaign_note_campaign on campaign_note (campaign_id, at desc, id);
