-- Owner: access. Who does a user's work while he is away: from the first day to the last, on the company's clock.

create table absence (
  user_id uuid primary key references app_user (id) on delete cascade,
  stand_in_id uuid not null references app_user (id) on delete cascade,
  from_day date not null,
  until_day date not null,
  check (until_day >= from_day),
  check (stand_in_id <> user_id)
);
