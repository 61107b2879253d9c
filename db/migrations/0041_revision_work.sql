-- Owner: catalogue. Work under way at a price revision; the row goes when the work is done or given up.

create table price_revision_work (
  revision_id uuid primary key references price_revision (id) on delete cascade,
  kind text not null check (kind in ('rehearse', 'apply', 'reverse')),
  -- the day that is looked at, or from which the prices will hold
  day date not null,
  -- of taking back: as many prices as the person was told
  expected int,
  total int not null,
  done int not null default 0,
  -- of a rehearsal: the last product reckoned, from which the next process goes on
  after_id uuid,
  begun_by uuid,
  started_at timestamptz not null,
  beat_at timestamptz not null
);

-- Why the last work ended without effect, {"code", "params"}; the next work clears it.
alter table price_revision add column failure jsonb;
