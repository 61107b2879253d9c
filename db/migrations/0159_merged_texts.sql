-- Owner: delivery. What was read of a line at sending is texts, kept as such: making JSON of them cost more than the row they stand in.
create function pg_temp.texts_of(slots jsonb) returns text[] language sql immutable
  return (select coalesce(array_agg(value order by place), '{}') from jsonb_array_elements_text(slots -> 'values') with ordinality as said (value, place));
alter table attempt
  -- Whom the message was from; null where the sending account's own From holds.
  add column sender_name text,
  add column sender_reply_to text;
update attempt set sender_name = slots -> 'sender' ->> 'name', sender_reply_to = slots -> 'sender' ->> 'replyTo' where slots ->> 'sender' is not null;
-- The merge values, in the order of the compiled template's slots.
alter table attempt rename column slots to merged;
alter table attempt alter column merged type text[] using case when merged is not null then pg_temp.texts_of(merged) end;
