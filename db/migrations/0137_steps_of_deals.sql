-- Owner: sales. How a deal went through the pipeline: each stage it was moved to, called as it was then.
create table opportunity_step (
  opportunity_id uuid not null references opportunity (id) on delete cascade,
  at timestamptz not null,
  stage text not null,
  primary key (opportunity_id, at)
);
