-- Owner: delivery. How far this database has come, so that a restored backup is known as such.

create table instance (
  id int primary key default 1 check (id = 1),
  -- tells one installation's database from another's
  lineage uuid not null default gen_random_uuid(),
  -- grows with every lease, its renewal and its return; each data folder keeps the highest it has seen
  epoch bigint not null default 0,
  -- a worker has seen a higher epoch: { host, seen }; nothing is sent before an administrator vouches
  held jsonb,
  vouched_at timestamptz,
  vouched_by uuid
);
insert into instance default values;

-- A worker of a host that knows nothing of this database sends only once somebody vouches for it.
alter table worker add column trusted boolean not null default false;
