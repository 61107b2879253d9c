-- Owner: channels. The meter's row of a message is written once, when it was answered; until then its group stands here.
create table sms_handing (
  id bigint generated always as identity primary key,
  run_id bigint not null,
  account_id uuid not null,
  test boolean not null,
  -- of each message of the group, in the same order
  no int[] not null,
  number text[] not null,
  encoding text[] not null,
  parts int[] not null,
  -- as exactly as a worker knows it
  at timestamptz not null default date_trunc('milliseconds', now())
);
-- Rows that are not written a second time need no room beside them.
alter table sms_message reset (fillfactor);

-- All that was handed over, whether it was answered or not. A row that is younger than the group is its answer; one that is older, and
-- says that nothing was taken, is of an earlier try.
create view sms_metered as
  select run_id, no, account_id, number, country, test, encoding, parts, price_millionths, state, accepted_parts, at from sms_message
  union all
  select h.run_id, told.no, h.account_id, told.number, known.country, h.test, told.encoding, told.parts,
    coalesce(own.per_part_millionths, other.per_part_millionths), 'handing', 0, h.at
  from sms_handing h cross join unnest(h.no, h.number, h.encoding, h.parts) as told (no, number, encoding, parts)
  left join sms_number known on known.number = told.number
  left join sms_price own on own.country = known.country
  left join sms_price other on other.country = ''
  where not exists (
    select from sms_message m where m.run_id = h.run_id and m.no = told.no and (m.at >= h.at or m.state in ('handing', 'accepted', 'unknown'))
  );
