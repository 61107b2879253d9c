-- Owner: sales. Offers, what VAT they bear, and their numbers.

-- Hundredths of a percent: 2500 is 25 %. What is zero or exempt has none.
create table vat_rate (
  country text not null check (country ~ '^[A-Z]{2}$'),
  vat_class text not null check (vat_class in ('standard', 'reduced', 'low')),
  rate int not null check (rate between 1 and 5000),
  primary key (country, vat_class)
);
-- To begin with; each company corrects its own under Settings.
insert into vat_rate (country, vat_class, rate) values
  ('NO', 'standard', 2500), ('NO', 'reduced', 1500), ('NO', 'low', 1200),
  ('SE', 'standard', 2500), ('SE', 'reduced', 1200), ('SE', 'low', 600),
  ('DK', 'standard', 2500),
  ('PL', 'standard', 2300), ('PL', 'reduced', 800), ('PL', 'low', 500),
  ('FR', 'standard', 2000), ('FR', 'reduced', 1000), ('FR', 'low', 550),
  ('DE', 'standard', 1900), ('DE', 'reduced', 700),
  ('NL', 'standard', 2100), ('NL', 'reduced', 900),
  ('BE', 'standard', 2100), ('BE', 'reduced', 1200), ('BE', 'low', 600),
  ('AT', 'standard', 2000), ('AT', 'reduced', 1300), ('AT', 'low', 1000),
  ('GB', 'standard', 2000), ('GB', 'reduced', 500);

-- Drawn in the transaction that issues: without gaps, and no number twice.
create table number_series (
  kind text primary key check (kind in ('offer', 'invoice', 'credit_note')),
  -- before the digits; {year} is the year of the day
  prefix text not null,
  digits int not null default 4 check (digits between 1 and 9),
  next bigint not null default 1 check (next > 0)
);
insert into number_series (kind, prefix) values ('offer', 'O-{year}-'), ('invoice', ''), ('credit_note', 'C-');

create table offer (
  id uuid primary key,
  -- null: a proof, which draws none
  number text unique,
  title text not null,
  party_kind text not null check (party_kind in ('contact', 'company', 'lead')),
  party_id uuid not null,
  company_id uuid,
  -- whom it is made to, as it was: {name, company, street, postalCode, city, country, vatId}
  buyer jsonb not null,
  language text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- domestic, reverse_charge or export
  vat_treatment text not null check (vat_treatment in ('domestic', 'reverse_charge', 'export')),
  -- [{category, rate, netMinor, vatMinor}]
  vat jsonb not null,
  net_minor bigint not null check (net_minor >= 0),
  vat_minor bigint not null check (vat_minor >= 0),
  gross_minor bigint not null generated always as (net_minor + vat_minor) stored,
  issued_on date not null,
  valid_until date not null,
  terms text not null default '',
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  answered_at timestamptz,
  -- who said so on the page; null: somebody of the company wrote it down
  answered_by text,
  answer_note text,
  owner_id uuid not null references app_user (id),
  campaign_id uuid,
  action_id uuid,
  run_id bigint,
  line_no int,
  test boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((number is null) = test),
  check ((state in ('accepted', 'declined')) = (answered_at is not null)),
  unique (run_id, line_no)
);
create index offer_recent on offer (created_at desc, id) where not test;
create index offer_party on offer (party_id, party_kind);
create index offer_company on offer (company_id) where company_id is not null;
create index offer_campaign on offer (campaign_id, state) where campaign_id is not null;

-- Of documents that bear VAT.
alter table sales_line add column vat_class text check (vat_class in ('standard', 'reduced', 'low', 'zero', 'exempt'));
