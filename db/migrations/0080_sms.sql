-- Owner: channels. SMS: through which gateway, what was handed over, and what came back.

create table sms_account (
  account_id uuid primary key references sending_account (id),
  protocol text not null check (protocol in ('smpp', 'http')),
  -- a name of at most eleven letters and digits, or a number
  sender text not null,
  -- SMPP
  version text not null default '3.4' check (version in ('3.4', '5.0')),
  system_type text not null default '',
  -- messages on their way at once, on each connection
  submit_window int not null default 10 check (submit_window between 1 and 200),
  long_messages text not null default 'udh' check (long_messages in ('udh', 'sar', 'payload')),
  -- HTTP: the templated request, how its answer is read, and how what the gateway tells us is; contract/sms-accounts.ts
  http jsonb,
  -- stands in the addresses that the gateway calls
  hook_secret text not null unique,
  -- what its calls are signed with, sealed
  hook_key_sealed text
);

-- What kind of number it is and where, by its numbering plan; looked up once.
create table sms_number (
  number text primary key,
  kind text not null check (kind in ('mobile', 'landline', 'premium', 'unroutable')),
  country text
);

-- In millionths of one unit of the installation's currency, for each part. '' is every other country.
create table sms_price (
  country text primary key,
  per_part_millionths bigint not null check (per_part_millionths >= 0),
  updated_at timestamptz not null default now()
);

-- The meter: one row for each message, written before it is handed over.
create table sms_message (
  run_id bigint not null,
  no int not null,
  account_id uuid not null references sending_account (id),
  number text not null,
  country text,
  test boolean not null,
  encoding text not null check (encoding in ('gsm7', 'ucs2')),
  parts int not null check (parts > 0),
  -- of each part, as it was when it was handed over
  price_millionths bigint,
  state text not null default 'handing' check (state in ('handing', 'accepted', 'refused', 'unknown', 'untouched')),
  -- of a message that was refused halfway fewer than it has
  accepted_parts int not null default 0,
  at timestamptz not null default now(),
  primary key (run_id, no)
);
create index sms_message_number on sms_message (number, at);
create index sms_message_at on sms_message (at);

-- What the gateway calls each part that it took.
create table sms_part (
  account_id uuid not null,
  gateway_id text not null,
  run_id bigint not null,
  no int not null,
  part_no int not null,
  primary key (account_id, gateway_id)
);
create index sms_part_line on sms_part (run_id, no);

-- What a gateway told of a part; it may come twice, late, or before its answer to the message.
create table sms_report (
  id bigint generated always as identity primary key,
  account_id uuid not null references sending_account (id),
  gateway_id text not null,
  -- whom the message was to; null where the gateway does not say
  number text,
  state text not null check (state in ('delivered', 'failed')),
  -- the gateway's own words
  said text not null default '',
  at timestamptz not null,
  received_at timestamptz not null default now(),
  settled_at timestamptz,
  unique (account_id, gateway_id, state)
);
create index sms_report_open on sms_report (received_at) where settled_at is null;

create table sms_incoming (
  id uuid primary key,
  account_id uuid not null references sending_account (id),
  -- the same for the same message, however often it is told
  gateway_key text not null,
  number text not null,
  body text not null,
  received_at timestamptz not null default now(),
  handled_at timestamptz,
  meaning text check (meaning in ('stop', 'yes', 'no', 'maybe', 'other')),
  run_id bigint,
  no int,
  confirmed_at timestamptz,
  unique (account_id, gateway_key)
);
create index sms_incoming_open on sms_incoming (received_at) where handled_at is null;
