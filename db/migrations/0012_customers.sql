-- Owner: crm. Leads, assets with their types, further addresses, interactions that ask for work, and merges.

-- Not yet a customer: a person, a firm, or a person of a firm.
create table lead (
  id uuid primary key,
  first_name text not null default '',
  last_name text not null default '',
  title text,
  email text,
  email_key text,
  phone text,
  phone_key text,
  company_name text,
  -- the firm's own address, for the strategies "company" and "both"
  company_email text,
  company_email_key text,
  company_phone text,
  company_phone_key text,
  street text,
  postal_code text,
  city text,
  country text check (country ~ '^[A-Z]{2}$'),
  language text check (language in ('en', 'nb', 'pl', 'fr')),
  time_zone text,
  -- where it came from, in the user's words: a fair, the web site
  source text,
  state text not null default 'open' check (state in ('open', 'converted', 'lost')),
  converted_contact_id uuid references contact (id) on delete set null,
  converted_company_id uuid references company (id) on delete set null,
  converted_at timestamptz,
  account_manager_id uuid references app_user (id),
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index lead_name on lead (((last_name || ' ' || first_name) collate human), id);
create index lead_email_key on lead (email_key);
create index lead_created on lead (created_at, id);

-- What kinds of things customers own; each kind has fields of its own.
create table asset_type (
  id uuid primary key,
  -- names the type in rules, texts and imports; never changes
  key text not null unique check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  name text not null,
  -- what identifies one: "Registration number"
  identifier_label text not null default '',
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now()
);

-- An individually registered object that a customer owns: a person, a firm, or a person and the firm.
create table asset (
  id uuid primary key,
  type_id uuid not null references asset_type (id),
  name text not null,
  -- a registration number, a chassis number, an ear mark
  identifier text,
  -- without spaces and in capitals: how an import finds it again
  identifier_key text,
  contact_id uuid references contact (id) on delete set null,
  company_id uuid references company (id) on delete set null,
  acquired_on date,
  disposed_on date,
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index asset_identifier on asset (type_id, identifier_key) where identifier_key is not null;
create index asset_contact on asset (contact_id) where contact_id is not null;
create index asset_company on asset (company_id) where company_id is not null;
create index asset_name on asset ((name collate human), id);
create index asset_type_name on asset (type_id, (name collate human), id);
create index asset_created on asset (created_at, id);

-- The fields of one asset type or of one interaction type; null: of every record of the entity.
alter table custom_field
  add column asset_type_id uuid references asset_type (id),
  add column interaction_type_id uuid references interaction_type (id),
  drop constraint custom_field_entity_key_key,
  add constraint custom_field_key unique nulls not distinct (entity, asset_type_id, interaction_type_id, key),
  add constraint custom_field_owner check (
    (asset_type_id is null or entity = 'asset') and (interaction_type_id is null or entity = 'interaction')
  );

-- Addresses and numbers beside the first one, which stands in the record itself and is the one written to.
create table further_address (
  id uuid primary key,
  party_kind text not null check (party_kind in ('company', 'contact', 'lead')),
  party_id uuid not null,
  kind text not null check (kind in ('email', 'phone')),
  label text not null default '',
  address text not null,
  address_key text,
  position int not null default 0
);
create index further_address_party on further_address (party_id, position);
create index further_address_key on further_address (kind, address_key) where address_key is not null;

alter table interaction_type
  -- on whom the item is kept, and who has to see to it
  add column kept_on text not null default 'person' check (kept_on in ('person', 'company', 'both')),
  add column responsible text not null default 'account_manager'
    check (responsible in ('creator', 'owner', 'account_manager', 'named')),
  add column responsible_id uuid references app_user (id),
  -- work is due so many days after it is made
  add column due_days int check (due_days between 0 and 3650),
  add column position int not null default 0,
  add column archived_at timestamptz,
  add constraint interaction_type_named check ((responsible = 'named') = (responsible_id is not null));
create unique index interaction_type_name on interaction_type (lower(name)) where archived_at is null;

alter table interaction
  add column campaign_id uuid,
  add column asset_id uuid references asset (id) on delete set null,
  add column state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  add column created_by uuid references app_user (id),
  add column updated_at timestamptz not null default now(),
  add constraint interaction_done check ((state = 'done') = (done_at is not null));
create unique index interaction_line on interaction (run_id, no, party_kind, party_id) where run_id is not null;
create index interaction_work on interaction (responsible_id, due_at, id) where state = 'open';

create table company_alias (
  old_id uuid primary key,
  company_id uuid not null references company (id)
);
create table lead_alias (
  old_id uuid primary key,
  lead_id uuid not null references lead (id)
);

-- Two records made one. What was changed is kept, so that it can be undone.
create table party_merge (
  id uuid primary key,
  party_kind text not null check (party_kind in ('company', 'contact', 'lead')),
  kept_id uuid not null,
  gone_id uuid not null,
  -- both records as they were, and the rows that moved, by the handler that moved them
  before jsonb not null,
  merged_by uuid,
  merged_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz
);
create index party_merge_recent on party_merge (merged_at desc, id);
create index party_merge_kept on party_merge (kept_id);
