-- Owner: access. What somebody asked of a list, kept under a name: its search, filters, order and columns.

create table saved_view (
  id uuid primary key,
  -- the list's name in the interface, such as campaigns
  list text not null,
  name text not null,
  owner_id uuid not null references app_user (id) on delete cascade,
  -- everybody may choose it; only its owner changes it
  shared boolean not null default false,
  -- as in the address of the list
  search jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index saved_view_name on saved_view (list, owner_id, lower(name));

-- The view that a list opens with, for one user.
create table default_view (
  user_id uuid not null references app_user (id) on delete cascade,
  list text not null,
  view_id uuid not null references saved_view (id) on delete cascade,
  primary key (user_id, list)
);

-- Owner: crm. Campaigns are shown by the account manager of their recipients.
create index contact_account_manager on contact (account_manager_id) where account_manager_id is not null;
create index company_account_manager on company (account_manager_id) where account_manager_id is not null;
create index lead_account_manager on lead (account_manager_id) where account_manager_id is not null;
