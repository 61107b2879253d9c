-- Files kept on a campaign for colleagues; no recipient gets them. Their bytes lie with the attachments. Owner: campaigns.
create table campaign_file (
  campaign_id uuid not null references campaign (id) on delete cascade,
  attachment_id uuid not null references attachment (id),
  added_by uuid not null references app_user (id),
  added_at timestamptz not null,
  primary key (campaign_id, attachment_id)
);
