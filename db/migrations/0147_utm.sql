-- What web statistics are told of clicks in the message (contract/utm.ts); null: nothing.
alter table action add column utm jsonb;
