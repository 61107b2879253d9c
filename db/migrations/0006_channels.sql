-- Owner: channels.

create table sending_account (
  id uuid primary key,
  name text not null,
  channel text not null check (channel in ('email', 'sms')),
  direction text not null check (direction in ('sending', 'receiving')),
  host text not null,
  port int not null check (port between 1 and 65535),
  -- tls: from the first byte; starttls: required; opportunistic: if offered; none: never
  security text not null check (security in ('tls', 'starttls', 'opportunistic', 'none')),
  check_certificate boolean not null default true,
  username text,
  -- sealed with the installation's key, never leaves the server
  password_sealed text,
  from_name text not null default '',
  from_address text,
  reply_to text,
  -- local: delivers only on this machine; relay: signs and checks for us
  nature text not null default 'direct' check (nature in ('direct', 'relay', 'local')),
  max_connections int not null default 10 check (max_connections between 1 and 100),
  per_minute int check (per_minute > 0),
  -- up to when the messages that were let through fill the pace
  pace_until timestamptz not null default now(),
  paused_reason jsonb,
  paused_at timestamptz,
  tested_at timestamptz,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index sending_account_name on sending_account (lower(name)) where archived_at is null;

-- The local outbox: what its SMTP server accepted instead of delivering it.
create table outbox_message (
  id uuid primary key,
  received_at timestamptz not null default now(),
  mail_from text not null,
  rcpt_to text not null,
  message_id text,
  subject text not null default '',
  raw bytea not null
);
create index outbox_message_received on outbox_message (received_at desc, id);
create index outbox_message_rcpt on outbox_message (lower(rcpt_to));
create index outbox_message_id on outbox_message (message_id);
