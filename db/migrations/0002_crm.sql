-- Owner: crm.

create table company (
  id uuid primary key,
  name text not null,
  organisation_number text,
  vat_id text,
  email text,
  -- normalised; null when the address is missing or not valid
  email_key text,
  phone text,
  phone_key text,
  website text,
  street text,
  postal_code text,
  city text,
  country text check (country ~ '^[A-Z]{2}$'),
  billing jsonb not null default '{}',
  language text check (language in ('en', 'nb', 'pl', 'fr')),
  account_manager_id uuid references app_user (id),
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index company_name on company ((name collate human), id);
create index company_name_lower on company (lower(name));
create index company_organisation_number on company (organisation_number) where organisation_number is not null;
create index company_email_key on company (email_key);
create index company_created on company (created_at, id);

create table contact (
  id uuid primary key,
  company_id uuid references company (id) on delete set null,
  -- the contact a company is reached through when a person is meant
  main boolean not null default false,
  first_name text not null default '',
  last_name text not null default '',
  title text,
  email text,
  email_key text,
  phone text,
  phone_key text,
  street text,
  postal_code text,
  city text,
  country text check (country ~ '^[A-Z]{2}$'),
  language text check (language in ('en', 'nb', 'pl', 'fr')),
  time_zone text,
  birthday date,
  account_manager_id uuid references app_user (id),
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index contact_name on contact (((last_name || ' ' || first_name) collate human), id);
create index contact_email_key on contact (email_key);
-- how an import finds a person without an address again
create index contact_without_email on contact (lower(last_name), lower(first_name)) where email_key is null;
create index contact_company on contact (company_id);
create unique index contact_main on contact (company_id) where main;
create index contact_created on contact (created_at, id);

-- A merged contact keeps its old ids, so that tokens and frozen lines still resolve.
create table contact_alias (
  old_id uuid primary key,
  contact_id uuid not null references contact (id)
);

create table custom_field (
  id uuid primary key,
  entity text not null check (entity in ('company', 'contact', 'lead', 'asset', 'interaction')),
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  label text not null,
  type text not null check (type in ('text', 'number', 'money', 'date', 'yes_no', 'one_of', 'many_of')),
  -- the choices of one_of and many_of: [{"value", "label"}]
  options jsonb not null default '[]',
  -- of a money field, whose values are minor units
  currency text check (currency ~ '^[A-Z]{3}$'),
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  unique (entity, key),
  check ((type = 'money') = (currency is not null))
);

create table interaction_type (
  id uuid primary key,
  name text not null,
  work boolean not null default false,
  created_at timestamptz not null default now()
);

-- Written only when its type asks for work or someone edits it; otherwise the recipient line is the dossier item.
create table interaction (
  id uuid primary key,
  type_id uuid not null references interaction_type (id),
  party_kind text not null check (party_kind in ('company', 'contact', 'lead')),
  party_id uuid not null,
  run_id bigint,
  no int,
  subject text not null,
  body text,
  responsible_id uuid references app_user (id),
  due_at timestamptz,
  done_at timestamptz,
  custom jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index interaction_party on interaction (party_id, created_at);
