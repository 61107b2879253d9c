-- Owner: crm.

-- One file of contacts or companies on its way in.
create table import (
  id uuid primary key,
  entity text not null check (entity in ('contact', 'company')),
  file_name text not null,
  bytes bigint not null,
  state text not null default 'uploaded'
    check (state in ('uploaded', 'checking', 'checked', 'running', 'finished', 'cancelled', 'failed')),
  -- how the bytes are read: {"encoding", "separator", "header"}
  reading jsonb not null,
  -- what was found in the bytes: {"certain", …}
  guess jsonb not null,
  -- the field of each column, or null where it is left out
  mapping jsonb not null,
  options jsonb not null,
  -- data rows in the file, known once it was read to the end
  rows int,
  -- of the check or of the run, whichever is in hand; a batch adds to them in its transaction, so work goes on exactly there
  done int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  skipped int not null default 0,
  refused int not null default 0,
  failure text,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  beat_at timestamptz,
  finished_at timestamptz,
  check (done = created + updated + unchanged + skipped + refused),
  check (state <> 'finished' or rows = done)
);
create index import_created on import (created_at desc, id);
create index import_at_work on import (beat_at) where state in ('checking', 'running');

-- What became of each row.
create table import_row (
  import_id uuid not null references import (id) on delete cascade,
  -- counts data rows from 1
  no int not null,
  -- the line of the file where the row begins
  line int not null,
  verdict text not null check (verdict in ('created', 'updated', 'unchanged', 'skipped', 'refused')),
  reason text,
  column_name text,
  value text,
  -- of the row that came first, when this one is its duplicate
  first_line int,
  party_id uuid,
  -- who the row is about, as far as duplicates within the file go; the first row that is taken holds it
  match_key text,
  primary key (import_id, no)
);
create index import_row_match on import_row (import_id, match_key) where match_key is not null;
create index import_row_verdict on import_row (import_id, verdict, no);
create index import_row_party on import_row (party_id) where party_id is not null;
