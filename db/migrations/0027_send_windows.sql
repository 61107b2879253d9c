-- When messages may leave: by weekday and hour, in the company's time zone or in each recipient's, with or without public holidays.

alter table installation
  -- whose public holidays are the company's
  add column country text check (country ~ '^[A-Z]{2}$'),
  -- the window of contract/send-window.ts; null: at any time
  add column send_window jsonb,
  -- a start missed by more than this asks a person first
  add column late_minutes int not null default 60 check (late_minutes between 1 and 1440),
  -- how long a distribution can be taken back before its first message leaves
  add column undo_seconds int not null default 10 check (undo_seconds between 0 and 600);

alter table action
  -- { kind: 'company' } | { kind: 'any' } | { kind: 'own', window }
  add column send_window jsonb not null default '{"kind":"company"}',
  add column expires_after_hours int not null default 72 check (expires_after_hours between 1 and 720);

-- As it was when the list was sealed, with the company's zone and country: { window, home }; null: at any time.
alter table run add column send_window jsonb;

-- Where the recipient is, where the run's window asks for it: lines of one place fill chunks of their own.
alter table recipient
  add column time_zone text,
  add column country text;

alter table chunk
  add column time_zone text,
  add column country text,
  -- the present opening of the window, or the next one; null: always open
  add column opens_at timestamptz,
  add column closes_at timestamptz;
