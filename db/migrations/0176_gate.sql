-- Owner: consent. When consent was last withdrawn, by its gate_seq; it need not be looked up again for a list judged since then.
create table gate (
  id boolean not null default true,
  withdrawn_seq bigint not null default 0,
  constraint gate_pkey primary key (id),
  constraint gate_single check (id)
);
insert into gate default values;

-- Owner: delivery. When consent had last been withdrawn as the list was judged; null: it was not judged as a whole.
alter table run add column judged_seq bigint;
