-- Owner: sales. An invoice may be taken back in parts, by credit notes with lines of their own; never more than it came to.
alter table invoice drop constraint invoice_credits_key;
create index invoice_credits on invoice (credits) where credits is not null;
alter table invoice
  -- Of a credit note: it has lines of its own, instead of all those of its invoice.
  add column partial boolean not null default false check (not partial or credits is not null),
  -- Of an invoice: what credit notes took back of it.
  add column credited_net_minor bigint not null default 0,
  add column credited_vat_minor bigint not null default 0;
update invoice set credited_net_minor = net_minor, credited_vat_minor = vat_minor where kind = 'invoice' and state = 'credited';
alter table invoice
  add constraint invoice_credited_check check (credited_net_minor between 0 and net_minor and credited_vat_minor between 0 and vat_minor);
-- Of a line of such a credit note: the place of the line that it takes back, in its invoice.
alter table sales_line add column credits_position integer;
