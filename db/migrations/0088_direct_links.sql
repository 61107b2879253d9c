-- Where the personal link in the message leads (contract/direct-link.ts); null: it has none.
alter table action add column direct_link jsonb;
