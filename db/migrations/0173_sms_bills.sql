-- Owner: reporting. The SMS of an account that were invoiced.
create table sms_bill (
  invoice_id uuid primary key references invoice (id),
  -- proposed the next time; contract/sms-invoices.ts
  product_id uuid not null,
  pricing text not null check (pricing in ('metered', 'own')),
  markup int not null,
  per_part_millionths bigint,
  lines text not null check (lines in ('country', 'one')),
  created_at timestamptz not null
);

-- Each month of an account stands on one invoice at most. One that was credited whole gives its months back: the next takes over the row.
create table sms_billed_month (
  account_id uuid not null references sending_account (id),
  -- its first day, in the company's time zone
  month date not null check (extract(day from month) = 1),
  invoice_id uuid not null references sms_bill (invoice_id),
  primary key (account_id, month)
);
