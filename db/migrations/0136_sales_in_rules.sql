-- Owner: sales. What rules ask of deals, offers and invoices: of everybody in a span of days, and which currencies there are.
create index invoice_issued on invoice (issued_on) where not test;
create index offer_issued on offer (issued_on) where not test;
create index opportunity_currency on opportunity (currency);
