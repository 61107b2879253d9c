-- Owner: catalogue.

create table product_group (
  id uuid primary key,
  name text not null,
  parent_id uuid references product_group (id),
  created_at timestamptz not null default now()
);
create unique index product_group_name on product_group (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));
create index product_group_parent on product_group (parent_id);

create table product (
  id uuid primary key,
  number text not null,
  name text not null,
  description text not null default '',
  kind text not null check (kind in ('product', 'service')),
  unit text not null,
  group_id uuid references product_group (id),
  vat_class text not null check (vat_class in ('standard', 'reduced', 'low', 'zero', 'exempt')),
  -- what it costs us, without VAT, in minor units
  cost bigint check (cost between 0 and 999999999999),
  cost_currency text check (cost_currency ~ '^[A-Z]{3}$'),
  tags text[] not null default '{}',
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((cost is null) = (cost_currency is null))
);
create unique index product_number on product (lower(number));
create index product_number_sorted on product ((number collate human), id);
create index product_name on product ((name collate human), id);
create index product_of_group on product (group_id);

create table price_list (
  id uuid primary key,
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- default: when no other applies; period: for everyone between its days; agreed: only where it is asked for by name
  kind text not null check (kind in ('default', 'period', 'agreed')),
  starts_on date,
  ends_on date,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  check (ends_on >= starts_on),
  check (kind <> 'period' or starts_on is not null),
  check (kind <> 'default' or (starts_on is null and ends_on is null))
);
create unique index price_list_name on price_list (lower(name)) where archived_at is null;
create unique index price_list_default on price_list (currency) where kind = 'default' and archived_at is null;

-- Append-only. In force on a day: of the rows valid by then the one valid latest, and of those the one written last.
create table price (
  seq bigint generated always as identity primary key,
  list_id uuid not null references price_list (id),
  product_id uuid not null references product (id) on delete cascade,
  valid_from date not null,
  -- minor units without VAT; null: not sold by this list from that day on
  amount bigint check (amount between 0 and 999999999999),
  -- the price revision that wrote it, by being applied or by being reversed
  revision_id uuid,
  reversal boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now()
);
create index price_in_force on price (list_id, product_id, valid_from desc, seq desc) include (amount);
create index price_product on price (product_id, seq desc);
create index price_revision_rows on price (revision_id, product_id) where revision_id is not null;

create table price_revision (
  id uuid primary key,
  name text not null,
  list_id uuid not null references price_list (id),
  -- which products: {"productIds", "groupIds", "tags", "kind", "search"}
  selection jsonb not null,
  -- {"change", "rounding", "minMargin"}
  rule jsonb not null,
  -- null: the day it is applied
  effective_on date,
  state text not null default 'draft' check (state in ('draft', 'rehearsed', 'applied', 'reversed')),
  -- of the lines as they were shown; applying names it
  fingerprint text,
  -- the day the rehearsal looked at, and from which it holds once applied
  valid_from date,
  rehearsed_at timestamptz,
  applied_at timestamptz,
  applied_by uuid,
  reversed_at timestamptz,
  reversed_by uuid,
  reversed_lines int,
  created_by uuid,
  created_at timestamptz not null default now(),
  check (state not in ('rehearsed', 'applied', 'reversed') or (fingerprint is not null and valid_from is not null)),
  check ((state in ('applied', 'reversed')) = (applied_at is not null)),
  check ((state = 'reversed') = (reversed_at is not null))
);
create index price_revision_created on price_revision (created_at, id);

-- What a rehearsal found; number and name as they were, for the product may go.
create table price_revision_line (
  revision_id uuid not null references price_revision (id) on delete cascade,
  product_id uuid not null,
  number text not null,
  name text not null,
  group_id uuid,
  -- the row of price it was reckoned from
  old_seq bigint,
  old_amount bigint,
  -- in the currency of the list
  cost bigint,
  new_amount bigint,
  verdict text not null check (verdict in ('change', 'same', 'refused')),
  reason text,
  -- another price is planned from this day, and will replace the new one
  planned_from date,
  -- open records that hold the old price
  uses int not null default 0,
  primary key (revision_id, product_id),
  check ((verdict = 'refused') = (reason is not null)),
  check (verdict <> 'change' or (new_amount is not null and new_amount between 0 and 999999999999))
);
