-- Owner: channels. What the gateway calls a message stands in the message's row; sms_part keeps what it calls further parts of a long one,
-- and names that are learnt later. One row less for nearly every message, and an index less.
alter table sms_message add gateway_id text;
create index sms_message_gateway on sms_message (gateway_id) where gateway_id is not null;

-- By what name the gateway will tell of which line.
create view sms_name as
  select account_id, gateway_id, run_id, no from sms_message where gateway_id is not null
  union all
  select account_id, gateway_id, run_id, no from sms_part;
