-- Owner: access. Sign-in keeps its own tables in the schema "auth".

create collation human (provider = icu, locale = 'und-u-kn-true');

create table installation (
  id int primary key default 1 check (id = 1),
  name text not null,
  language text not null check (language in ('en', 'nb', 'pl', 'fr')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null,
  -- null: as many seats as there are users
  seats int check (seats >= 0),
  created_at timestamptz not null default now()
);

create table app_user (
  id uuid primary key,
  email text not null,
  name text not null,
  role text not null check (role in ('admin', 'manager', 'marketer', 'sales', 'viewer')),
  seat boolean not null default false,
  language text check (language in ('en', 'nb', 'pl', 'fr')),
  time_zone text,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index app_user_email on app_user (lower(email));
