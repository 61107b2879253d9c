-- Owner: audiences; `holdout_percent` is a setting of the campaign.

-- Added or removed by a person, or brought in as a ready list of recipients.
alter table hand_pick add column origin text not null default 'hand' check (origin in ('hand', 'import'));

-- A segment may also select what people own: their assets.
alter table segment drop constraint segment_party_kind_check,
  add constraint segment_party_kind_check check (party_kind in ('contact', 'company', 'lead', 'asset'));

-- Contact pressure: so many messages to one person within so many days, whatever campaign sends them.
create table pressure_rule (
  id uuid primary key,
  max_messages int not null check (max_messages between 1 and 1000),
  days int not null check (days between 1 and 366),
  -- null: all channels together
  channel text check (channel in ('email', 'sms', 'letter', 'call')),
  -- whose messages count, and whom the rule holds back; all: notices too
  purpose_class text not null default 'marketing' check (purpose_class in ('marketing', 'all')),
  active boolean not null default true,
  created_by uuid references app_user (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- Touches come in the order of time, so that this stays small and costs the sender nothing.
create index touch_recent on touch using brin (at, run_id);

-- A stable random part of the audience left out, to measure what the campaign brings.
alter table campaign add column holdout_percent int not null default 0 check (holdout_percent between 0 and 50);

-- Few decisions are about one address: they are found without reading the others.
create index consent_of_address on consent (topic_id, channel, party_id) where address_key <> '';
