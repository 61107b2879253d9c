-- Owner: delivery. A list of assets that was taken out to be put right: what each cell said then, and what the returned file would have it say.

create table cleansing (
  id uuid primary key,
  run_id bigint not null references run on delete cascade,
  campaign_id uuid not null,
  language text not null check (language in ('en', 'nb', 'pl', 'fr')),
  -- In the order of the file: the field, and the words above its column.
  columns jsonb not null,
  assets int not null default 0,
  exported_by uuid,
  exported_at timestamptz not null,
  received_by uuid,
  received_at timestamptz,
  file_name text,
  -- Rows of the file that were not in the list, by line; and assets of the list that the file left out.
  strange_lines int[] not null default '{}',
  missing int not null default 0
);
create index cleansing_run on cleansing (run_id, exported_at);

create table cleansing_asset (
  cleansing_id uuid not null references cleansing on delete cascade,
  asset_id uuid not null references asset on delete cascade,
  -- As the file said it, one text for each column.
  said text[] not null,
  primary key (cleansing_id, asset_id)
);
create index cleansing_asset_asset on cleansing_asset (asset_id);

create table cleansing_cell (
  cleansing_id uuid not null,
  asset_id uuid not null,
  field text not null,
  was text not null,
  given text not null,
  -- Null: emptied.
  value jsonb,
  state text not null default 'open' check (state in ('open', 'impossible', 'applied', 'refused')),
  -- Of what is impossible: the code of an error.
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  primary key (cleansing_id, asset_id, field),
  foreign key (cleansing_id, asset_id) references cleansing_asset on delete cascade
);
