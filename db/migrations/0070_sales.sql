-- Owner: sales. Deals, and what is issued for each recipient of an action.

-- The pipeline.
create table sales_stage (
  id uuid primary key,
  name text not null,
  position int not null,
  -- how many of a hundred deals in it are won
  chance int not null check (chance between 0 and 100),
  created_at timestamptz not null default now()
);

-- What an action issues for each of its recipients: of contract/sales-plan.ts
create table sales_plan (
  action_id uuid primary key,
  plan jsonb not null,
  updated_at timestamptz not null default now()
);

create table opportunity (
  id uuid primary key,
  title text not null,
  note text not null default '',
  party_kind text not null check (party_kind in ('contact', 'company', 'lead')),
  party_id uuid not null,
  company_id uuid,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  lines_minor bigint not null default 0,
  -- what somebody says it is worth, whatever its lines add up to
  own_value_minor bigint check (own_value_minor >= 0),
  value_minor bigint not null generated always as (coalesce(own_value_minor, lines_minor)) stored,
  stage_id uuid not null references sales_stage (id),
  state text not null default 'open' check (state in ('open', 'won', 'lost')),
  closes_on date,
  closed_on date,
  lost_reason text,
  owner_id uuid not null references app_user (id),
  -- the line of the run that made it
  campaign_id uuid,
  action_id uuid,
  run_id bigint,
  line_no int,
  -- a proof, which counts nowhere
  test boolean not null default false,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((state = 'open') = (closed_on is null)),
  check (lost_reason is null or state = 'lost'),
  unique (run_id, line_no)
);
create index opportunity_recent on opportunity (created_at desc, id) where not test;
create index opportunity_party on opportunity (party_id, party_kind);
create index opportunity_company on opportunity (company_id) where company_id is not null;
create index opportunity_campaign on opportunity (campaign_id, state) where campaign_id is not null;
create index opportunity_owner on opportunity (owner_id, state);
create index opportunity_stage on opportunity (stage_id);

-- What is proposed or sold by a document of any kind, with the words and the price it had then.
create table sales_line (
  document_id uuid not null,
  position int not null,
  kind text not null check (kind in ('opportunity', 'offer', 'invoice')),
  product_id uuid not null,
  number text not null,
  name text not null,
  unit text not null,
  -- thousandths
  quantity bigint not null check (quantity between 1 and 1000000000),
  -- of one, without VAT, in minor units of the document's currency
  price_minor bigint not null check (price_minor between 0 and 999999999999),
  -- set by somebody, not taken from a price list
  own_price boolean not null,
  -- half a minor unit goes up
  amount_minor bigint not null generated always as (div(quantity::numeric * price_minor + 500, 1000)::bigint) stored,
  primary key (document_id, position)
);
create index sales_line_product on sales_line (product_id, kind);

-- An id as uuid v7 has it, for a whole run at once: ids of a later moment sort later.
create function uuid_at(moment timestamptz) returns uuid language sql volatile as $$
  select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '7'
    || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid
$$;
