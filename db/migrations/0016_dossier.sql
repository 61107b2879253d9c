-- Owner: crm, but for the last table. What a campaign offers as its dossier item, and how duplicates are found.

alter table interaction_type
  -- offered first for actions of this channel
  add column channel text check (channel in ('email', 'sms', 'letter', 'call', 'task', 'invoice', 'opportunity', 'offer', 'list'));

-- Owner: campaigns. On whom this action keeps its items; null: as the type says.
alter table action add column kept_on text check (kept_on in ('person', 'company', 'both'));

-- Those whom this installation knows already get the types that a new one begins with; only those that have none.
insert into interaction_type (id, name, channel, work, due_days, position)
select gen_random_uuid(), case i.language when 'nb' then t.nb when 'pl' then t.pl when 'fr' then t.fr else t.en end, t.channel, t.work, t.due_days, t.position
from installation i, (values
  (0, 'email', false, null::int, 'E-mail sent', 'E-post sendt', 'Wysłano e-mail', 'E-mail envoyé'),
  (1, 'letter', false, null, 'Letter sent', 'Brev sendt', 'Wysłano list', 'Courrier envoyé'),
  (2, 'list', false, null, 'Selected', 'Plukket ut', 'Wybrano do listy', 'Sélectionné'),
  (3, 'call', true, 7, 'Phone call', 'Telefonsamtale', 'Rozmowa telefoniczna', 'Appel téléphonique'),
  (4, 'task', true, 7, 'Task', 'Oppgave', 'Zadanie', 'Tâche'),
  (5, null, true, 14, 'Meeting', 'Møte', 'Spotkanie', 'Rendez-vous')
) as t (position, channel, work, due_days, en, nb, pl, fr)
where not exists (select from interaction_type);

update action set interaction_type_id = (select t.id from interaction_type t where t.channel = action.channel order by t.position limit 1)
where interaction_type_id is null;

create index interaction_campaign on interaction (campaign_id, type_id) where campaign_id is not null;
create index interaction_created on interaction (created_at, id);
create index interaction_due on interaction (coalesce(due_at, 'infinity'::timestamptz), id);
create index contact_alias_contact on contact_alias (contact_id);
create index company_alias_company on company_alias (company_id);
create index lead_alias_lead on lead_alias (lead_id);

-- Duplicates: the same number, the same name and place.
create index contact_phone_key on contact (phone_key) where phone_key is not null;
create index contact_person on contact (lower(last_name), lower(first_name), lower(city)) where last_name <> '';
create index company_phone_key on company (phone_key) where phone_key is not null;
create index lead_phone_key on lead (phone_key) where phone_key is not null;

-- Looked at and found to be different people: not shown as duplicates again.
create table not_duplicate (
  party_kind text not null check (party_kind in ('company', 'contact', 'lead')),
  same text not null check (same in ('email', 'phone', 'name', 'number')),
  key text not null,
  decided_by uuid,
  decided_at timestamptz not null default now(),
  primary key (party_kind, same, key)
);

-- Owner: delivery. Lines whose person turned out to have another line of the same action: never sent.
create table merged_line (
  run_id bigint not null,
  no int not null,
  merge_id uuid not null,
  primary key (run_id, no)
);
