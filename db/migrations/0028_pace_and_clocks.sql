-- How fast runs really go, for their forecast; and how far a worker's clock is off.

-- One row every few seconds while a run is sending, thrown away when it has ended.
create table run_pace (
  run_id bigint not null references run (id),
  at timestamptz not null default now(),
  settled int not null,
  primary key (run_id, at)
);

alter table run
  -- lines per second: a tenth of them went slower than the one, a tenth faster than the other
  add column slow_per_second real,
  add column fast_per_second real;
create index run_of_account on run (sending_account_id, finished_at) where fast_per_second is not null;

alter table worker
  -- against the database's clock, which is the one that decides
  add column clock_ahead_ms int not null default 0;
