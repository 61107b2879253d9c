-- Owner: delivery. Who is sent proofs besides whoever asks for one: one list for the whole house.
create table proof_reader (
  id uuid primary key,
  name text not null,
  email text,
  phone text,
  created_at timestamptz not null default now(),
  constraint proof_reader_reached check (email is not null or phone is not null)
);
