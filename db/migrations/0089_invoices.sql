-- Owner: sales. Invoices, credit notes, and who sends them.

-- The company as its documents name it. A change is a new row: what was issued keeps the one it had, and the newest holds.
create table seller (
  id uuid primary key,
  name text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  vat_id text not null,
  registration text,
  iban text,
  bic text,
  email text,
  phone text,
  created_at timestamptz not null
);

create table invoice (
  id uuid primary key,
  kind text not null check (kind in ('invoice', 'credit_note')),
  -- null: a proof, which draws none
  number text,
  title text not null,
  party_kind text not null check (party_kind in ('contact', 'company', 'lead')),
  party_id uuid not null,
  company_id uuid,
  seller_id uuid not null references seller (id),
  -- whom it is made out to, as it was: {name, company, street, postalCode, city, country, vatId}
  buyer jsonb not null,
  language text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  vat_treatment text not null check (vat_treatment in ('domestic', 'reverse_charge', 'export')),
  -- [{category, rate, netMinor, vatMinor}]
  vat jsonb not null,
  net_minor bigint not null check (net_minor >= 0),
  vat_minor bigint not null check (vat_minor >= 0),
  gross_minor bigint not null generated always as (net_minor + vat_minor) stored,
  issued_on date not null,
  due_on date not null,
  paid_on date,
  terms text not null default '',
  state text not null default 'open' check (state in ('open', 'paid', 'credited')),
  -- the invoice that a credit note takes back as a whole; its lines are that one's
  credits uuid unique references invoice (id),
  credit_reason text,
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
  check ((kind = 'credit_note') = (credits is not null)),
  check (state <> 'paid' or paid_on is not null),
  unique (kind, number),
  unique (run_id, line_no)
);
create index invoice_recent on invoice (created_at desc, id) where not test;
create index invoice_party on invoice (party_id, party_kind);
create index invoice_company on invoice (company_id) where company_id is not null;
create index invoice_campaign on invoice (campaign_id, state) where campaign_id is not null;
create index invoice_due on invoice (due_on) where state = 'open' and not test;
