-- Owner: delivery. Lines of which nobody knows whether they arrived and that a person decided not to send again; they stay unknown in the ledger.
create table left_unknown (
  run_id bigint not null,
  no int not null,
  left_by uuid,
  left_at timestamptz not null,
  primary key (run_id, no)
);
