-- Owner: crm. A customer's timeline looks for the leads it was.

create index lead_converted_contact on lead (converted_contact_id) where converted_contact_id is not null;
create index lead_converted_company on lead (converted_company_id) where converted_company_id is not null;
