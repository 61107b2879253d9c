-- Owner: crm. What files may hold is told by the modules that register it; here it is only kept to the known words.
alter table import drop constraint import_entity_check;
alter table import add constraint import_entity_check check (entity in ('contact', 'company', 'lead', 'asset', 'product'));
