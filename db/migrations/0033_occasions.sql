-- Owner: campaigns. What people are invited to, and what each of them answered.

create table occasion (
  campaign_id uuid primary key references campaign (id),
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null default '',
  -- null: as many as want to come
  places int check (places > 0),
  waiting_list boolean not null default true,
  answer_until timestamptz,
  updated_at timestamptz not null default now(),
  check (ends_at > starts_at)
);

-- The answer in force; every one ever given is an event of its line.
create table answer (
  campaign_id uuid not null references campaign (id),
  party_kind text not null check (party_kind in ('contact', 'company', 'lead')),
  party_id uuid not null,
  answer text not null check (answer in ('yes', 'no', 'maybe')),
  -- A yes has a place or waits for one, in the order of `asked_at`.
  standing text check (standing in ('placed', 'waiting')),
  run_id bigint not null,
  no int not null,
  asked_at timestamptz not null,
  answered_at timestamptz not null,
  primary key (campaign_id, party_kind, party_id),
  check ((answer = 'yes') = (standing is not null))
);
create index answer_standing on answer (campaign_id, standing, asked_at);
create index answer_party on answer (party_id);
