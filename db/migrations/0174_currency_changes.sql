-- Owner: access. When the company went over to another currency: what was written down in a currency before stands beside none of its own.
create table currency_change (
  at timestamptz primary key,
  before text not null,
  after text not null
);
