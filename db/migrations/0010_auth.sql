-- Owner: access. Schema "auth" belongs to the sign-in library: the columns are those it expects. A row of auth."user" exists once a password was chosen.

create schema auth;

create table auth."user" (
  id uuid primary key references public.app_user (id) on delete cascade,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth.session (
  id uuid primary key,
  user_id uuid not null references auth."user" (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_user_id on auth.session (user_id);

create table auth.account (
  id uuid primary key,
  user_id uuid not null references auth."user" (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_user_id on auth.account (user_id);

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

-- A link that lets its holder choose the password, once. Only the hash of its token is kept.
create table invitation (
  user_id uuid primary key references app_user (id) on delete cascade,
  token_hash text not null unique,
  expires_at timestamptz not null,
  created_by uuid references app_user (id) on delete set null,
  created_at timestamptz not null default now()
);

-- Attempts to sign in that failed or are not decided yet; what slows guessing down. Account and source are hashes.
create table sign_in_attempt (
  id uuid primary key,
  account text not null,
  source text not null,
  at timestamptz not null
);
create index sign_in_attempt_account on sign_in_attempt (account, at);
create index sign_in_attempt_at on sign_in_attempt (at);
