-- Null: it is about the tracks of a profiled campaign, all of them together.
alter table approval alter column action_id drop not null;
create index approval_campaign on approval (campaign_id, asked_at desc);
