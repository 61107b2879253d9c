-- Owner: access. Whose opens and clicks may be noticed at all: by law only those of people who agreed, unless the company has another ground.
alter table installation add column tracking text not null default 'consented' check (tracking in ('everyone', 'consented', 'nobody'));

-- Owner: consent. Whether a person agreed that his opens and clicks are noticed; apart from the consent to be written to. Append-only:
-- what holds is the last row.
create table tracking_consent (
  id bigint generated always as identity primary key,
  party_kind text not null check (party_kind in ('company', 'contact', 'lead')),
  party_id uuid not null,
  decision text not null check (decision in ('given', 'withdrawn')),
  wording text not null default '',
  source text not null,
  evidence jsonb not null default '{}',
  recorded_by uuid,
  at timestamptz not null default now()
);
create index tracking_consent_party on tracking_consent (party_id, id desc);

-- Owner: delivery. Whether the message carried a pixel and counted links; all that went before this did.
alter table attempt add column tracked boolean not null default true;
alter table attempt alter column tracked set default false;
create index attempt_tracked on attempt (run_id, no) where tracked;
