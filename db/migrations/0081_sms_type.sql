-- Owner: crm. What an SMS leaves in the dossier, for houses that were set up before there were SMS.
insert into interaction_type (id, name, channel, work, due_days, position)
select gen_random_uuid(),
  case language when 'nb' then 'SMS sendt' when 'pl' then 'Wysłano SMS' when 'fr' then 'SMS envoyé' else 'SMS sent' end,
  'sms', false, null, (select coalesce(max(position), 0) + 1 from interaction_type)
from installation where not exists (select from interaction_type where channel = 'sms');
