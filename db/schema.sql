-- The present shape of the database, written by `npm run db:snapshot`. Change it with a migration.

create collation human (provider = icu, locale = 'und-u-kn-true', deterministic = t);

create sequence gate_seq as bigint start 1 increment 1;

create sequence letter_number as bigint start 1 increment 1;

create sequence run_large as bigint start 1000000000000000 increment 1;

create table absence (
  user_id uuid not null,
  stand_in_id uuid not null,
  from_day date not null,
  until_day date not null,
  constraint absence_pkey PRIMARY KEY (user_id),
  constraint absence_check CHECK ((until_day >= from_day)),
  constraint absence_check1 CHECK ((stand_in_id <> user_id)),
  constraint absence_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES app_user(id) ON DELETE CASCADE,
  constraint absence_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
);

create table action (
  id uuid not null,
  campaign_id uuid not null,
  "position" integer not null,
  name text not null default ''::text,
  channel text not null,
  state text not null,
  audience jsonb not null,
  content_version_id uuid,
  sending_account_id uuid,
  sender_policy text not null default 'owner'::text,
  addressing text not null default 'contact'::text,
  shared_address text not null default 'one'::text,
  basis text not null default 'consent'::text,
  schedule jsonb not null default '{"kind": "now"}'::jsonb,
  interaction_type_id uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  kept_on text,
  account_sharing jsonb,
  send_window jsonb not null default '{"kind": "company"}'::jsonb,
  expires_after_hours integer not null default 72,
  work jsonb not null default '{}'::jsonb,
  direct_link jsonb,
  report boolean not null default false,
  utm jsonb,
  constraint action_pkey PRIMARY KEY (id),
  constraint action_addressing_check CHECK ((addressing = ANY (ARRAY['contact'::text, 'company'::text, 'both'::text]))),
  constraint action_basis_check CHECK ((basis = ANY (ARRAY['consent'::text, 'soft_opt_in'::text, 'contract'::text, 'legal'::text]))),
  constraint action_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint action_campaign_id_position_key UNIQUE (campaign_id, "position") DEFERRABLE INITIALLY DEFERRED,
  constraint action_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'letter'::text, 'call'::text, 'task'::text, 'invoice'::text, 'opportunity'::text, 'offer'::text, 'list'::text]))),
  constraint action_content_version_id_fkey FOREIGN KEY (content_version_id) REFERENCES content_version(id),
  constraint action_expires_after_hours_check CHECK (((expires_after_hours >= 1) AND (expires_after_hours <= 720))),
  constraint action_interaction_type_id_fkey FOREIGN KEY (interaction_type_id) REFERENCES interaction_type(id),
  constraint action_kept_on_check CHECK ((kept_on = ANY (ARRAY['person'::text, 'company'::text, 'both'::text]))),
  constraint action_sender_policy_check CHECK ((sender_policy = ANY (ARRAY['creator'::text, 'owner'::text, 'account_manager'::text]))),
  constraint action_sending_account_id_fkey FOREIGN KEY (sending_account_id) REFERENCES sending_account(id),
  constraint action_shared_address_check CHECK ((shared_address = ANY (ARRAY['one'::text, 'each'::text]))),
  constraint action_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'ready'::text, 'scheduled'::text, 'running'::text, 'paused'::text, 'done'::text, 'cancelled'::text])))
);

create table address_strike (
  address_hash text not null,
  reason text not null,
  strikes integer not null default 1,
  first_at timestamp with time zone not null default now(),
  last_at timestamp with time zone not null default now(),
  constraint address_strike_pkey PRIMARY KEY (address_hash, reason)
);

create table answer (
  campaign_id uuid not null,
  party_kind text not null,
  party_id uuid not null,
  answer text not null,
  standing text,
  run_id bigint not null,
  no integer not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone not null,
  constraint answer_pkey PRIMARY KEY (campaign_id, party_kind, party_id),
  constraint answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'maybe'::text]))),
  constraint answer_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint answer_check CHECK (((answer = 'yes'::text) = (standing IS NOT NULL))),
  constraint answer_party_kind_check CHECK ((party_kind = ANY (ARRAY['contact'::text, 'company'::text, 'lead'::text]))),
  constraint answer_standing_check CHECK ((standing = ANY (ARRAY['placed'::text, 'waiting'::text])))
);
CREATE INDEX answer_party ON public.answer USING btree (party_id);
CREATE INDEX answer_standing ON public.answer USING btree (campaign_id, standing, asked_at);

create table app_user (
  id uuid not null,
  email text not null,
  name text not null,
  role text not null,
  seat boolean not null default false,
  language text,
  time_zone text,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  mail_when_finished boolean not null default true,
  constraint app_user_pkey PRIMARY KEY (id),
  constraint app_user_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nb'::text, 'pl'::text, 'fr'::text]))),
  constraint app_user_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'manager'::text, 'marketer'::text, 'sales'::text, 'viewer'::text])))
);
CREATE UNIQUE INDEX app_user_email ON public.app_user USING btree (lower(email));

create table approval (
  id uuid not null,
  campaign_id uuid not null,
  action_id uuid,
  state text not null,
  note text not null default ''::text,
  fingerprint jsonb not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text not null default ''::text,
  constraint approval_pkey PRIMARY KEY (id),
  constraint approval_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id) ON DELETE CASCADE,
  constraint approval_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES app_user(id),
  constraint approval_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint approval_check CHECK (((state = 'asked'::text) = (decided_by IS NULL))),
  constraint approval_check1 CHECK ((decided_by IS DISTINCT FROM asked_by)),
  constraint approval_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES app_user(id),
  constraint approval_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text, 'refused'::text])))
);
CREATE INDEX approval_action ON public.approval USING btree (action_id, asked_at DESC);
CREATE INDEX approval_asked ON public.approval USING btree (asked_at) WHERE (state = 'asked'::text);
CREATE INDEX approval_campaign ON public.approval USING btree (campaign_id, asked_at DESC);

create table article (
  id uuid not null,
  no bigint not null generated always as identity,
  title text not null,
  language text not null,
  body text not null,
  link_url text not null default ''::text,
  link_label text not null default ''::text,
  updated_by uuid,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  picture jsonb,
  constraint article_pkey PRIMARY KEY (id),
  constraint article_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nb'::text, 'pl'::text, 'fr'::text]))),
  constraint article_no_key UNIQUE (no)
);
CREATE INDEX article_title ON public.article USING btree (title COLLATE human, id) WHERE (archived_at IS NULL);

create table asset (
  id uuid not null,
  type_id uuid not null,
  name text not null,
  identifier text,
  identifier_key text,
  contact_id uuid,
  company_id uuid,
  acquired_on date,
  disposed_on date,
  tags text[] not null default '{}'::text[],
  custom jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint asset_pkey PRIMARY KEY (id),
  constraint asset_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE SET NULL,
  constraint asset_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id) ON DELETE SET NULL,
  constraint asset_type_id_fkey FOREIGN KEY (type_id) REFERENCES asset_type(id)
);
CREATE INDEX asset_company ON public.asset USING btree (company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX asset_contact ON public.asset USING btree (contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX asset_created ON public.asset USING btree (created_at, id);
CREATE UNIQUE INDEX asset_identifier ON public.asset USING btree (type_id, identifier_key) WHERE (identifier_key IS NOT NULL);
CREATE INDEX asset_name ON public.asset USING btree (name COLLATE human, id);
CREATE INDEX asset_type_name ON public.asset USING btree (type_id, name COLLATE human, id);

create table asset_type (
  id uuid not null,
  key text not null,
  name text not null,
  identifier_label text not null default ''::text,
  "position" integer not null default 0,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint asset_type_pkey PRIMARY KEY (id),
  constraint asset_type_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
  constraint asset_type_key_key UNIQUE (key)
);

create table attachment (
  id uuid not null,
  name text not null,
  type text not null,
  size integer not null,
  sha256 text not null,
  content bytea not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  constraint attachment_pkey PRIMARY KEY (id),
  constraint attachment_sha256_name_key UNIQUE (sha256, name),
  constraint attachment_size_check CHECK ((size > 0))
);

create table attempt (
  run_id bigint not null,
  no integer not null,
  attempt_no integer not null,
  worker_id uuid not null,
  fence bigint not null,
  gate_seq bigint not null,
  message_id text,
  sending_account_id uuid,
  merged text[],
  at timestamp with time zone not null default now(),
  released_at timestamp with time zone,
  tracked boolean not null default false,
  sender_name text,
  sender_reply_to text,
  constraint attempt_pkey PRIMARY KEY (run_id, no, attempt_no)
) partition by RANGE (run_id);

create table call (
  interaction_id uuid not null,
  run_id bigint not null,
  no integer not null,
  number text not null,
  number_key text not null,
  tries smallint not null default 0,
  not_before timestamp with time zone not null,
  promised_by uuid,
  claimed_by uuid,
  claimed_until timestamp with time zone,
  constraint call_pkey PRIMARY KEY (interaction_id),
  constraint call_check CHECK (((claimed_by IS NULL) = (claimed_until IS NULL))),
  constraint call_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES app_user(id),
  constraint call_interaction_id_fkey FOREIGN KEY (interaction_id) REFERENCES interaction(id) ON DELETE CASCADE,
  constraint call_promised_by_fkey FOREIGN KEY (promised_by) REFERENCES app_user(id)
);
CREATE INDEX call_claimed ON public.call USING btree (claimed_by) WHERE (claimed_by IS NOT NULL);
CREATE INDEX call_line ON public.call USING btree (run_id, no);

create table campaign (
  id uuid not null,
  code text not null,
  name text not null,
  description text not null default ''::text,
  goal text not null default ''::text,
  results text not null default ''::text,
  kind text not null,
  type text not null,
  state text not null,
  owner_id uuid not null,
  created_by uuid not null,
  topic_id uuid,
  purpose_class text not null,
  currency text not null,
  budget_minor bigint,
  expected_revenue_minor bigint,
  starts_on date,
  ends_on date,
  duplicated_from uuid,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  holdout_percent integer not null default 0,
  constraint campaign_pkey PRIMARY KEY (id),
  constraint campaign_budget_minor_check CHECK ((budget_minor >= 0)),
  constraint campaign_check CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on))),
  constraint campaign_created_by_fkey FOREIGN KEY (created_by) REFERENCES app_user(id),
  constraint campaign_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint campaign_duplicated_from_fkey FOREIGN KEY (duplicated_from) REFERENCES campaign(id),
  constraint campaign_expected_revenue_minor_check CHECK ((expected_revenue_minor >= 0)),
  constraint campaign_holdout_percent_check CHECK (((holdout_percent >= 0) AND (holdout_percent <= 50))),
  constraint campaign_kind_check CHECK ((kind = ANY (ARRAY['one_off'::text, 'multi_stage'::text, 'sequential'::text, 'parallel'::text]))),
  constraint campaign_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES app_user(id),
  constraint campaign_purpose_class_check CHECK ((purpose_class = ANY (ARRAY['marketing'::text, 'notice'::text]))),
  constraint campaign_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'preparing'::text, 'ready'::text, 'running'::text, 'paused'::text, 'completed'::text, 'cancelled'::text]))),
  constraint campaign_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id),
  constraint campaign_type_check CHECK ((type = ANY (ARRAY['generic'::text, 'newsletter'::text, 'asset'::text])))
);
CREATE UNIQUE INDEX campaign_code ON public.campaign USING btree (lower(code));
CREATE INDEX campaign_recent ON public.campaign USING btree (created_at DESC, id);

create table campaign_file (
  campaign_id uuid not null,
  attachment_id uuid not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint campaign_file_pkey PRIMARY KEY (campaign_id, attachment_id),
  constraint campaign_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES app_user(id),
  constraint campaign_file_attachment_id_fkey FOREIGN KEY (attachment_id) REFERENCES attachment(id),
  constraint campaign_file_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE
);

create table campaign_history (
  id bigint not null generated always as identity,
  campaign_id uuid not null,
  at timestamp with time zone not null default now(),
  user_id uuid,
  verb text not null,
  detail jsonb not null default '{}'::jsonb,
  constraint campaign_history_pkey PRIMARY KEY (id),
  constraint campaign_history_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id)
);
CREATE INDEX campaign_history_campaign ON public.campaign_history USING btree (campaign_id, id);

create table campaign_note (
  id uuid not null,
  campaign_id uuid not null,
  body text not null,
  author_id uuid not null,
  at timestamp with time zone not null,
  constraint campaign_note_pkey PRIMARY KEY (id),
  constraint campaign_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES app_user(id),
  constraint campaign_note_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE
);
CREATE INDEX campaign_note_campaign ON public.campaign_note USING btree (campaign_id, at DESC, id);

create table chunk (
  run_id bigint not null,
  chunk_no integer not null,
  first_no integer not null,
  last_no integer not null,
  total integer not null,
  open integer not null,
  deferred integer not null default 0,
  sent integer not null default 0,
  failed integer not null default 0,
  unknown integer not null default 0,
  dropped integer not null default 0,
  fence bigint not null default 0,
  worker_id uuid,
  lease_until timestamp with time zone,
  due_at timestamp with time zone not null default now(),
  time_zone text,
  country text,
  opens_at timestamp with time zone,
  closes_at timestamp with time zone,
  constraint chunk_pkey PRIMARY KEY (run_id, chunk_no),
  constraint chunk_sums CHECK (((total = ((((open + sent) + failed) + unknown) + dropped)) AND ((deferred >= 0) AND (deferred <= open)) AND (LEAST(sent, failed, unknown, dropped) >= 0)))
) partition by RANGE (run_id);
CREATE INDEX chunk_due ON ONLY public.chunk USING btree (run_id, due_at) WHERE (open > 0);
CREATE INDEX chunk_unknown ON ONLY public.chunk USING btree (run_id) WHERE (unknown > 0);

create table cleansing (
  id uuid not null,
  run_id bigint not null,
  campaign_id uuid not null,
  language text not null,
  columns jsonb not null,
  assets integer not null default 0,
  exported_by uuid,
  exported_at timestamp with time zone not null,
  received_by uuid,
  received_at timestamp with time zone,
  file_name text,
  strange_lines integer[] not null default '{}'::integer[],
  missing integer not null default 0,
  constraint cleansing_pkey PRIMARY KEY (id),
  constraint cleansing_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nb'::text, 'pl'::text, 'fr'::text]))),
  constraint cleansing_run_id_fkey FOREIGN KEY (run_id) REFERENCES run(id) ON DELETE CASCADE
);
CREATE INDEX cleansing_run ON public.cleansing USING btree (run_id, exported_at);

create table cleansing_asset (
  cleansing_id uuid not null,
  asset_id uuid not null,
  said text[] not null,
  constraint cleansing_asset_pkey PRIMARY KEY (cleansing_id, asset_id),
  constraint cleansing_asset_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES asset(id) ON DELETE CASCADE,
  constraint cleansing_asset_cleansing_id_fkey FOREIGN KEY (cleansing_id) REFERENCES cleansing(id) ON DELETE CASCADE
);
CREATE INDEX cleansing_asset_asset ON public.cleansing_asset USING btree (asset_id);

create table cleansing_cell (
  cleansing_id uuid not null,
  asset_id uuid not null,
  field text not null,
  was text not null,
  given text not null,
  value jsonb,
  state text not null default 'open'::text,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint cleansing_cell_pkey PRIMARY KEY (cleansing_id, asset_id, field),
  constraint cleansing_cell_cleansing_id_asset_id_fkey FOREIGN KEY (cleansing_id, asset_id) REFERENCES cleansing_asset(cleansing_id, asset_id) ON DELETE CASCADE,
  constraint cleansing_cell_state_check CHECK ((state = ANY (ARRAY['open'::text, 'impossible'::text, 'applied'::text, 'refused'::text])))
);

create table company (
  id uuid not null,
  name text not null,
  organisation_number text,
  vat_id text,
  email text,
  email_key text,
  phone text,
  phone_key text,
  website text,
  street text,
  postal_code text,
  city text,
  country text,
  billing jsonb not null default '{}'::jsonb,
  language text,
  account_manager_id uuid,
  tags text[] not null default '{}'::text[],
  custom jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint company_pkey PRIMARY KEY (id),
  constraint company_account_manager_id_fkey FOREIGN KEY (account_manager_id) REFERENCES app_user(id),
  constraint company_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint company_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nb'::text, 'pl'::text, 'fr'::text])))
);
CREATE INDEX company_account_manager ON public.company USING btree (account_manager_id) WHERE (account_manager_id IS NOT NULL);
CREATE INDEX company_created ON public.company USING btree (created_at, id);
CREATE INDEX company_email_key ON public.company USING btree (email_key);
CREATE INDEX company_name ON public.company USING btree (name COLLATE human, id);
CREATE INDEX company_name_lower ON public.company USING btree (lower(name));
CREATE INDEX company_organisation_number ON public.company USING btree (organisation_number) WHERE (organisation_number IS NOT NULL);
CREATE INDEX company_phone_key ON public.company USING btree (phone_key) WHERE (phone_key IS NOT NULL);

create table company_alias (
  old_id uuid not null,
  company_id uuid not null,
  constraint company_alias_pkey PRIMARY KEY (old_id),
  constraint company_alias_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
);
CREATE INDEX company_alias_company ON public.company_alias USING btree (company_id);

create table consent (
  party_kind text not null,
  party_id uuid not null,
  address_key text not null default ''::text,
  channel text not null,
  topic_id uuid not null,
  decision text not null,
  record_id bigint not null,
  at timestamp with time zone not null,
  constraint consent_pkey PRIMARY KEY (topic_id, channel, party_id, address_key, party_kind),
  constraint consent_decision_check CHECK ((decision = ANY (ARRAY['given'::text, 'withdrawn'::text]))),
  constraint consent_record_id_fkey FOREIGN KEY (record_id) REFERENCES consent_record(id),
  constraint consent_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id)
);
CREATE INDEX consent_of_address ON public.consent USING btree (topic_id, channel, party_id) WHERE (address_key <> ''::text);

create table consent_record (
  id bigint not null generated always as identity,
  party_kind text not null,
  party_id uuid not null,
  address_key text not null default ''::text,
  channel text not null,
  topic_id uuid not null,
  decision text not null,
  wording text not null default ''::text,
  source text not null,
  evidence jsonb not null default '{}'::jsonb,
  recorded_by uuid,
  gate_seq bigint not null,
  at timestamp with time zone not null default now(),
  constraint consent_record_pkey PRIMARY KEY (id),
  constraint consent_record_decision_check CHECK ((decision = ANY (ARRAY['given'::text, 'withdrawn'::text]))),
  constraint consent_record_party_kind_check CHECK ((party_kind = ANY (ARRAY['company'::text, 'contact'::text, 'lead'::text]))),
  constraint consent_record_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id)
);
CREATE INDEX consent_record_party ON public.consent_record USING btree (party_id, at);

create table contact (
  id uuid not null,
  company_id uuid,
  main boolean not null default false,
  first_name text not null default ''::text,
  last_name text not null default ''::text,
  title text,
  email text,
  email_key text,
  phone text,
  phone_key text,
  street text,
  postal_code text,
  city text,
  country text,
  language text,
  time_zone text,
  birthday date,
  account_manager_id uuid,
  tags text[] not null default '{}'::text[],
  custom jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_account_manager_id_fkey FOREIGN KEY (account_manager_id) REFERENCES app_user(id),
  constraint contact_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE SET NULL,
  constraint contact_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint contact_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nb'::text, 'pl'::text, 'fr'::text])))
);
CREATE INDEX contact_account_manager ON public.contact USING btree (account_manager_id) WHERE (account_manager_id IS NOT NULL);
CREATE INDEX contact_company ON public.contact USING btree (company_id);
CREATE INDEX contact_created ON public.contact USING btree (created_at, id);
CREATE INDEX contact_email_key ON public.contact USING btree (email_key);
CREATE UNIQUE INDEX contact_main ON public.contact USING btree (company_id) WHERE main;
CREATE INDEX contact_name ON public.contact USING btree ((((last_name || ' '::text) || first_name)) COLLATE human, id);
CREATE INDEX contact_person ON public.contact USING btree (lower(last_name), lower(first_name), lower(city)) WHERE (last_name <> ''::text);
CREATE INDEX contact_phone_key ON public.contact USING btree (phone_key) WHERE (phone_key IS NOT NULL);
CREATE INDEX contact_without_email ON public.contact USING btree (lower(last_name), lower(first_name)) WHERE (email_key IS NULL);

create table contact_alias (
  old_id uuid not null,
  contact_id uuid not null,
  constraint contact_alias_pkey PRIMARY KEY (old_id),
  constraint contact_alias_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
);
CREATE INDEX contact_alias_contact ON public.contact_alias USING btree (contact_id);

create table content_edit (
  id uuid not null,
  content_version_id uuid not null,
  default_language text not null,
  variants jsonb not null,
  written_by uuid,
  written_at timestamp with time zone not null,
  constraint content_edit_pkey PRIMARY KEY (id),
  constraint content_edit_content_version_id_fkey FOREIGN KEY (content_version_id) REFERENCES content_version(id)
);
CREATE INDEX content_edit_version ON public.content_edit USING btree (content_version_id, written_at DESC, id);

create table content_version (
  id uuid not null,
  channel text not null,
  default_language text not null,
  variants jsonb not null,
  previous_id uuid,
  sealed_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  articles jsonb,
  updated_by uuid,
  layouts jsonb,
  constraint content_version_pkey PRIMARY KEY (id),
  constraint content_version_default_language_check CHECK ((default_language = ANY (ARRAY['en'::text, 'nb'::text, 'pl'::text, 'fr'::text]))),
  constraint content_version_previous_id_fkey FOREIGN KEY (previous_id) REFERENCES content_version(id)
);

create table cost_line (
  id uuid not null,
  campaign_id uuid not null,
  action_id uuid,
  label text not null,
  basis text not null,
  expected_minor bigint,
  actual_minor bigint,
  created_at timestamp with time zone not null default now(),
  expected_units integer,
  constraint cost_line_pkey PRIMARY KEY (id),
  constraint cost_line_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id),
  constraint cost_line_basis_check CHECK ((basis = ANY (ARRAY['fixed'::text, 'per_unit'::text]))),
  constraint cost_line_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint cost_line_expected_units_check CHECK ((expected_units >= 0)),
  constraint cost_line_not_negative CHECK (((expected_minor >= 0) AND (actual_minor >= 0)))
);
CREATE INDEX cost_line_campaign ON public.cost_line USING btree (campaign_id, created_at, id);

create table currency_change (
  at timestamp with time zone not null,
  before text not null,
  after text not null,
  constraint currency_change_pkey PRIMARY KEY (at)
);

create table custom_field (
  id uuid not null,
  entity text not null,
  key text not null,
  label text not null,
  type text not null,
  options jsonb not null default '[]'::jsonb,
  currency text,
  "position" integer not null default 0,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  asset_type_id uuid,
  interaction_type_id uuid,
  constraint custom_field_pkey PRIMARY KEY (id),
  constraint custom_field_asset_type_id_fkey FOREIGN KEY (asset_type_id) REFERENCES asset_type(id),
  constraint custom_field_check CHECK (((type = 'money'::text) = (currency IS NOT NULL))),
  constraint custom_field_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint custom_field_entity_check CHECK ((entity = ANY (ARRAY['company'::text, 'contact'::text, 'lead'::text, 'asset'::text, 'interaction'::text]))),
  constraint custom_field_interaction_type_id_fkey FOREIGN KEY (interaction_type_id) REFERENCES interaction_type(id),
  constraint custom_field_key UNIQUE NULLS NOT DISTINCT (entity, asset_type_id, interaction_type_id, key),
  constraint custom_field_key_check CHECK ((key ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
  constraint custom_field_owner CHECK ((((asset_type_id IS NULL) OR (entity = 'asset'::text)) AND ((interaction_type_id IS NULL) OR (entity = 'interaction'::text)))),
  constraint custom_field_type_check CHECK ((type = ANY (ARRAY['text'::text, 'number'::text, 'money'::text, 'date'::text, 'yes_no'::text, 'one_of'::text, 'many_of'::text])))
);

create table default_view (
  user_id uuid not null,
  list text not null,
  view_id uuid not null,
  constraint default_view_pkey PRIMARY KEY (user_id, list),
  constraint default_view_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE,
  constraint default_view_view_id_fkey FOREIGN KEY (view_id) REFERENCES saved_view(id) ON DELETE CASCADE
);

create table dkim_key (
  id uuid not null,
  sending_account_id uuid not null,
  algorithm text not null,
  domain text not null,
  selector text not null,
  public_key text not null,
  private_sealed text not null,
  signing boolean not null default false,
  created_at timestamp with time zone not null default now(),
  constraint dkim_key_pkey PRIMARY KEY (id),
  constraint dkim_key_algorithm_check CHECK ((algorithm = ANY (ARRAY['rsa'::text, 'ed25519'::text]))),
  constraint dkim_key_sending_account_id_algorithm_key UNIQUE (sending_account_id, algorithm),
  constraint dkim_key_sending_account_id_fkey FOREIGN KEY (sending_account_id) REFERENCES sending_account(id)
);

create table enrolment (
  id bigint not null generated always as identity,
  campaign_id uuid not null,
  track_id uuid not null,
  contact_id uuid not null,
  state text not null,
  version integer not null,
  step integer not null default 0,
  pass integer not null default 1,
  moved boolean not null default false,
  next_at timestamp with time zone,
  waits_for text,
  left_for text,
  last_run_id bigint,
  last_no integer,
  finished_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint enrolment_pkey PRIMARY KEY (id),
  constraint enrolment_campaign_id_track_id_contact_id_key UNIQUE (campaign_id, track_id, contact_id),
  constraint enrolment_check CHECK (((state <> 'active'::text) OR (next_at IS NOT NULL))),
  constraint enrolment_check1 CHECK (((state = 'left'::text) = (left_for IS NOT NULL))),
  constraint enrolment_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'active'::text, 'held'::text, 'finished'::text, 'left'::text])))
);
CREATE INDEX enrolment_contact ON public.enrolment USING btree (contact_id, campaign_id);
CREATE INDEX enrolment_due ON public.enrolment USING btree (campaign_id, next_at) WHERE (state = 'active'::text);
CREATE INDEX enrolment_list ON public.enrolment USING btree (campaign_id, created_at, id);
CREATE INDEX enrolment_strayed ON public.enrolment USING btree (campaign_id) WHERE (left_for = 'interest_gone'::text);
CREATE INDEX enrolment_through ON public.enrolment USING btree (campaign_id, finished_at) WHERE (state = 'finished'::text);

create table event (
  run_id bigint not null,
  no integer not null,
  event_id text not null,
  kind text not null,
  actor text not null,
  link_no integer,
  at timestamp with time zone not null,
  evidence jsonb not null default '{}'::jsonb,
  constraint event_pkey PRIMARY KEY (run_id, no, event_id),
  constraint event_words CHECK (((kind = ANY (ARRAY['confirmed'::text, 'bounced'::text, 'opened'::text, 'clicked'::text, 'replied'::text, 'answered'::text, 'complained'::text, 'unsubscribed'::text, 'converted'::text, 'reached'::text, 'not_reached'::text, 'call_back'::text, 'returned'::text, 'mailed'::text, 'accepted'::text, 'paid'::text, 'won'::text, 'lost'::text, 'reversed'::text, 'cleansed'::text])) AND (actor = ANY (ARRAY['human'::text, 'machine'::text, 'unknown'::text]))))
) partition by RANGE (run_id);

create table first_event (
  run_id bigint not null,
  kind text not null,
  actor text not null,
  link_no integer not null default 0,
  no integer not null,
  event_id text not null,
  at timestamp with time zone not null,
  constraint first_event_pkey PRIMARY KEY (run_id, no, kind, actor, link_no)
) partition by RANGE (run_id);
CREATE INDEX first_event_kind ON ONLY public.first_event USING btree (run_id, kind, actor, link_no, no);

create table further_address (
  id uuid not null,
  party_kind text not null,
  party_id uuid not null,
  kind text not null,
  label text not null default ''::text,
  address text not null,
  address_key text,
  "position" integer not null default 0,
  constraint further_address_pkey PRIMARY KEY (id),
  constraint further_address_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text]))),
  constraint further_address_party_kind_check CHECK ((party_kind = ANY (ARRAY['company'::text, 'contact'::text, 'lead'::text])))
);
CREATE INDEX further_address_key ON public.further_address USING btree (kind, address_key) WHERE (address_key IS NOT NULL);
CREATE INDEX further_address_party ON public.further_address USING btree (party_id, "position");

create table gate (
  id boolean not null default true,
  withdrawn_seq bigint not null default 0,
  constraint gate_pkey PRIMARY KEY (id),
  constraint gate_single CHECK (id)
);

create table hand_pick (
  action_id uuid not null,
  party_kind text not null,
  party_id uuid not null,
  pick text not null,
  picked_by uuid,
  picked_at timestamp with time zone not null default now(),
  origin text not null default 'hand'::text,
  constraint hand_pick_pkey PRIMARY KEY (action_id, party_kind, party_id),
  constraint hand_pick_origin_check CHECK ((origin = ANY (ARRAY['hand'::text, 'import'::text]))),
  constraint hand_pick_party_kind_check CHECK ((party_kind = ANY (ARRAY['company'::text, 'contact'::text, 'lead'::text]))),
  constraint hand_pick_pick_check CHECK ((pick = ANY (ARRAY['added'::text, 'removed'::text])))
);

create table import (
  id uuid not null,
  entity text not null,
  file_name text not null,
  bytes bigint not null,
  state text not null default 'uploaded'::text,
  reading jsonb not null,
  guess jsonb not null,
  mapping jsonb not null,
  options jsonb not null,
  rows integer,
  done integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  skipped integer not null default 0,
  refused integer not null default 0,
  failure text,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  beat_at timestamp with time zone,
  finished_at timestamp with time zone,
  read_rows integer not null default 0,
  read_all boolean not null default false,
  profile_id uuid,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_check CHECK ((done = ((((created + updated) + unchanged) + skipped) + refused))),
  constraint import_check1 CHECK (((state <> 'finished'::text) OR (rows = done))),
  constraint import_entity_check CHECK ((entity = ANY (ARRAY['contact'::text, 'company'::text, 'lead'::text, 'asset'::text, 'product'::text]))),
  constraint import_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'running'::text, 'finished'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX import_at_work ON public.import USING btree (beat_at) WHERE (state = ANY (ARRAY['checking'::text, 'running'::text]));
CREATE INDEX import_created ON public.import USING btree (created_at DESC, id);

create table import_profile (
  id uuid not null,
  name text not null,
  entity text not null,
  fields jsonb not null,
  options jsonb not null,
  created_by uuid,
  used_at timestamp with time zone not null default now(),
  constraint import_profile_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX import_profile_name ON public.import_profile USING btree (entity, lower(name));

create table import_row (
  import_id uuid not null,
  no integer not null,
  line integer not null,
  verdict text not null,
  reason text,
  column_name text,
  value text,
  first_line integer,
  party_id uuid,
  last_no integer,
  constraint import_row_pkey PRIMARY KEY (import_id, no),
  constraint import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE,
  constraint import_row_verdict_check CHECK ((verdict = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text, 'skipped'::text, 'refused'::text])))
);
CREATE INDEX import_row_party ON public.import_row USING btree (party_id) WHERE (party_id IS NOT NULL);
CREATE INDEX import_row_verdict ON public.import_row USING btree (import_id, verdict, no) WHERE (verdict <> 'created'::text);

create table installation (
  id integer not null default 1,
  name text not null,
  language text not null,
  currency text not null,
  time_zone text not null,
  seats integer,
  created_at timestamp with time zone not null default now(),
  tracking text not null default 'consented'::text,
  country text,
  send_window jsonb,
  late_minutes integer not null default 60,
  undo_seconds integer not null default 10,
  approval_recipients integer,
  approval_cost_minor bigint,
  constraint installation_pkey PRIMARY KEY (id),
  constraint installation_approval_cost_minor_check CHECK ((approval_cost_minor > 0)),
  constraint installation_approval_recipients_check CHECK ((approval_recipients > 0)),
  constraint installation_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint installation_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint installation_id_check CHECK ((id = 1)),
  constraint installation_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nb'::text, 'pl'::text, 'fr'::text]))),
  constraint installation_late_minutes_check CHECK (((late_minutes >= 1) AND (late_minutes <= 1440))),
  constraint installation_seats_check CHECK ((seats >= 0)),
  constraint installation_tracking_check CHECK ((tracking = ANY (ARRAY['everyone'::text, 'consented'::text, 'nobody'::text]))),
  constraint installation_undo_seconds_check CHECK (((undo_seconds >= 0) AND (undo_seconds <= 600)))
);

create table instance (
  id integer not null default 1,
  lineage uuid not null default gen_random_uuid(),
  epoch bigint not null default 0,
  held jsonb,
  vouched_at timestamp with time zone,
  vouched_by uuid,
  constraint instance_pkey PRIMARY KEY (id),
  constraint instance_id_check CHECK ((id = 1))
);

create table interaction (
  id uuid not null,
  type_id uuid not null,
  party_kind text not null,
  party_id uuid not null,
  run_id bigint,
  no integer,
  subject text not null,
  body text,
  responsible_id uuid,
  due_at timestamp with time zone,
  done_at timestamp with time zone,
  custom jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  campaign_id uuid,
  asset_id uuid,
  state text not null default 'open'::text,
  created_by uuid,
  updated_at timestamp with time zone not null default now(),
  priority smallint not null default 2,
  proof boolean not null default false,
  outcome text,
  constraint interaction_pkey PRIMARY KEY (id),
  constraint interaction_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES asset(id) ON DELETE SET NULL,
  constraint interaction_created_by_fkey FOREIGN KEY (created_by) REFERENCES app_user(id),
  constraint interaction_done CHECK (((state = 'done'::text) = (done_at IS NOT NULL))),
  constraint interaction_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'not_reached'::text, 'call_back'::text, 'yes'::text, 'no'::text, 'do_not_call'::text]))),
  constraint interaction_party_kind_check CHECK ((party_kind = ANY (ARRAY['company'::text, 'contact'::text, 'lead'::text]))),
  constraint interaction_priority_check CHECK (((priority >= 1) AND (priority <= 3))),
  constraint interaction_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES app_user(id),
  constraint interaction_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text]))),
  constraint interaction_type_id_fkey FOREIGN KEY (type_id) REFERENCES interaction_type(id)
);
CREATE INDEX interaction_campaign ON public.interaction USING btree (campaign_id, type_id) WHERE (campaign_id IS NOT NULL);
CREATE INDEX interaction_created ON public.interaction USING btree (created_at, id);
CREATE INDEX interaction_due ON public.interaction USING btree (COALESCE(due_at, 'infinity'::timestamp with time zone), id);
CREATE UNIQUE INDEX interaction_line ON public.interaction USING btree (run_id, no, party_kind, party_id) WHERE (run_id IS NOT NULL);
CREATE INDEX interaction_party ON public.interaction USING btree (party_id, created_at);
CREATE INDEX interaction_work ON public.interaction USING btree (responsible_id, due_at, id) WHERE (state = 'open'::text);

create table interaction_type (
  id uuid not null,
  name text not null,
  work boolean not null default false,
  created_at timestamp with time zone not null default now(),
  kept_on text not null default 'person'::text,
  responsible text not null default 'account_manager'::text,
  responsible_id uuid,
  due_days integer,
  "position" integer not null default 0,
  archived_at timestamp with time zone,
  channel text,
  constraint interaction_type_pkey PRIMARY KEY (id),
  constraint interaction_type_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'letter'::text, 'call'::text, 'task'::text, 'invoice'::text, 'opportunity'::text, 'offer'::text, 'list'::text]))),
  constraint interaction_type_due_days_check CHECK (((due_days >= 0) AND (due_days <= 3650))),
  constraint interaction_type_kept_on_check CHECK ((kept_on = ANY (ARRAY['person'::text, 'company'::text, 'both'::text]))),
  constraint interaction_type_named CHECK (((responsible = 'named'::text) = (responsible_id IS NOT NULL))),
  constraint interaction_type_responsible_check CHECK ((responsible = ANY (ARRAY['creator'::text, 'owner'::text, 'account_manager'::text, 'named'::text]))),
  constraint interaction_type_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES app_user(id)
);
CREATE UNIQUE INDEX interaction_type_name ON public.interaction_type USING btree (lower(name)) WHERE (archived_at IS NULL);

create table invitation (
  user_id uuid not null,
  token_hash text not null,
  expires_at timestamp with time zone not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  constraint invitation_pkey PRIMARY KEY (user_id),
  constraint invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES app_user(id) ON DELETE SET NULL,
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE
);

create table invoice (
  id uuid not null,
  kind text not null,
  number text,
  title text not null,
  party_kind text not null,
  party_id uuid not null,
  company_id uuid,
  seller_id uuid not null,
  buyer jsonb not null,
  language text not null,
  currency text not null,
  vat_treatment text not null,
  vat jsonb not null,
  net_minor bigint not null,
  vat_minor bigint not null,
  gross_minor bigint not null generated always as ((net_minor + vat_minor)) stored,
  issued_on date not null,
  due_on date not null,
  paid_on date,
  terms text not null default ''::text,
  state text not null default 'open'::text,
  credits uuid,
  credit_reason text,
  owner_id uuid not null,
  campaign_id uuid,
  action_id uuid,
  run_id bigint,
  line_no integer,
  test boolean not null default false,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  partial boolean not null default false,
  credited_net_minor bigint not null default 0,
  credited_vat_minor bigint not null default 0,
  constraint invoice_pkey PRIMARY KEY (id),
  constraint invoice_check CHECK (((number IS NULL) = test)),
  constraint invoice_check1 CHECK (((kind = 'credit_note'::text) = (credits IS NOT NULL))),
  constraint invoice_check2 CHECK (((state <> 'paid'::text) OR (paid_on IS NOT NULL))),
  constraint invoice_check3 CHECK (((NOT partial) OR (credits IS NOT NULL))),
  constraint invoice_credited_check CHECK ((((credited_net_minor >= 0) AND (credited_net_minor <= net_minor)) AND ((credited_vat_minor >= 0) AND (credited_vat_minor <= vat_minor)))),
  constraint invoice_credits_fkey FOREIGN KEY (credits) REFERENCES invoice(id),
  constraint invoice_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint invoice_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit_note'::text]))),
  constraint invoice_kind_number_key UNIQUE (kind, number),
  constraint invoice_net_minor_check CHECK ((net_minor >= 0)),
  constraint invoice_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES app_user(id),
  constraint invoice_party_kind_check CHECK ((party_kind = ANY (ARRAY['contact'::text, 'company'::text, 'lead'::text]))),
  constraint invoice_run_id_line_no_key UNIQUE (run_id, line_no),
  constraint invoice_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES seller(id),
  constraint invoice_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text, 'credited'::text]))),
  constraint invoice_vat_minor_check CHECK ((vat_minor >= 0)),
  constraint invoice_vat_treatment_check CHECK ((vat_treatment = ANY (ARRAY['domestic'::text, 'reverse_charge'::text, 'export'::text])))
);
CREATE INDEX invoice_campaign ON public.invoice USING btree (campaign_id, state) WHERE (campaign_id IS NOT NULL);
CREATE INDEX invoice_company ON public.invoice USING btree (company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX invoice_credits ON public.invoice USING btree (credits) WHERE (credits IS NOT NULL);
CREATE INDEX invoice_due ON public.invoice USING btree (due_on) WHERE ((state = 'open'::text) AND (NOT test));
CREATE INDEX invoice_issued ON public.invoice USING btree (issued_on) WHERE (NOT test);
CREATE INDEX invoice_party ON public.invoice USING btree (party_id, party_kind);
CREATE INDEX invoice_recent ON public.invoice USING btree (created_at DESC, id) WHERE (NOT test);

create table layout (
  id uuid not null,
  name text not null,
  design jsonb not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint layout_pkey PRIMARY KEY (id)
);

create table lead (
  id uuid not null,
  first_name text not null default ''::text,
  last_name text not null default ''::text,
  title text,
  email text,
  email_key text,
  phone text,
  phone_key text,
  company_name text,
  company_email text,
  company_email_key text,
  company_phone text,
  company_phone_key text,
  street text,
  postal_code text,
  city text,
  country text,
  language text,
  time_zone text,
  source text,
  state text not null default 'open'::text,
  converted_contact_id uuid,
  converted_company_id uuid,
  converted_at timestamp with time zone,
  account_manager_id uuid,
  tags text[] not null default '{}'::text[],
  custom jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint lead_pkey PRIMARY KEY (id),
  constraint lead_account_manager_id_fkey FOREIGN KEY (account_manager_id) REFERENCES app_user(id),
  constraint lead_converted_company_id_fkey FOREIGN KEY (converted_company_id) REFERENCES company(id) ON DELETE SET NULL,
  constraint lead_converted_contact_id_fkey FOREIGN KEY (converted_contact_id) REFERENCES contact(id) ON DELETE SET NULL,
  constraint lead_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint lead_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nb'::text, 'pl'::text, 'fr'::text]))),
  constraint lead_state_check CHECK ((state = ANY (ARRAY['open'::text, 'converted'::text, 'lost'::text])))
);
CREATE INDEX lead_account_manager ON public.lead USING btree (account_manager_id) WHERE (account_manager_id IS NOT NULL);
CREATE INDEX lead_converted_company ON public.lead USING btree (converted_company_id) WHERE (converted_company_id IS NOT NULL);
CREATE INDEX lead_converted_contact ON public.lead USING btree (converted_contact_id) WHERE (converted_contact_id IS NOT NULL);
CREATE INDEX lead_created ON public.lead USING btree (created_at, id);
CREATE INDEX lead_email_key ON public.lead USING btree (email_key);
CREATE INDEX lead_name ON public.lead USING btree ((((last_name || ' '::text) || first_name)) COLLATE human, id);
CREATE INDEX lead_phone_key ON public.lead USING btree (phone_key) WHERE (phone_key IS NOT NULL);

create table lead_alias (
  old_id uuid not null,
  lead_id uuid not null,
  constraint lead_alias_pkey PRIMARY KEY (old_id),
  constraint lead_alias_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES lead(id)
);
CREATE INDEX lead_alias_lead ON public.lead_alias USING btree (lead_id);

create table left_unknown (
  run_id bigint not null,
  no integer not null,
  left_by uuid,
  left_at timestamp with time zone not null,
  constraint left_unknown_pkey PRIMARY KEY (run_id, no)
);

create table letter (
  run_id bigint not null,
  no integer not null,
  batch_id uuid not null,
  code text not null,
  place integer not null,
  pages integer not null,
  grams integer not null,
  cost_minor bigint not null,
  recipient text not null,
  document jsonb not null,
  returned_at timestamp with time zone,
  returned_by uuid,
  reason text,
  constraint letter_pkey PRIMARY KEY (run_id, no),
  constraint letter_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES letter_batch(id) ON DELETE CASCADE,
  constraint letter_check CHECK (((returned_at IS NULL) = (reason IS NULL))),
  constraint letter_code_key UNIQUE (code),
  constraint letter_reason_check CHECK ((reason = ANY (ARRAY['unknown'::text, 'moved'::text, 'refused'::text, 'deceased'::text, 'incomplete'::text, 'various'::text])))
);
CREATE INDEX letter_batch_order ON public.letter USING btree (batch_id, place);

create table letter_batch (
  id uuid not null,
  name text not null,
  campaign_id uuid not null,
  action_id uuid not null,
  run_id bigint not null,
  proof boolean not null,
  reprint_of uuid,
  letters integer not null,
  pages integer not null,
  grams integer not null,
  cost_minor bigint not null,
  currency text not null,
  design jsonb not null,
  sha256 text not null,
  bytes bigint not null,
  sealed_at timestamp with time zone not null,
  sealed_by uuid,
  taken_at timestamp with time zone,
  taken_by uuid,
  constraint letter_batch_pkey PRIMARY KEY (id),
  constraint letter_batch_check CHECK (((taken_at IS NULL) = (taken_by IS NULL))),
  constraint letter_batch_letters_check CHECK ((letters > 0)),
  constraint letter_batch_pages_check CHECK ((pages > 0)),
  constraint letter_batch_reprint_of_fkey FOREIGN KEY (reprint_of) REFERENCES letter_batch(id) ON DELETE CASCADE
);
CREATE INDEX letter_batch_campaign ON public.letter_batch USING btree (campaign_id, sealed_at DESC);
CREATE INDEX letter_batch_recent ON public.letter_batch USING btree (sealed_at DESC, id) WHERE (NOT proof);

create table letter_batch_piece (
  batch_id uuid not null,
  place integer not null,
  bytes bytea not null,
  constraint letter_batch_piece_pkey PRIMARY KEY (batch_id, place),
  constraint letter_batch_piece_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES letter_batch(id) ON DELETE CASCADE
);

create table letter_plan (
  action_id uuid not null,
  plan jsonb not null,
  updated_at timestamp with time zone not null,
  constraint letter_plan_pkey PRIMARY KEY (action_id)
);

create table link (
  content_version_id uuid not null,
  link_no integer not null,
  url text not null,
  label text not null default ''::text,
  constraint link_pkey PRIMARY KEY (content_version_id, link_no),
  constraint link_content_version_id_fkey FOREIGN KEY (content_version_id) REFERENCES content_version(id)
);

create table media (
  id uuid not null,
  token text not null,
  name text not null,
  type text not null,
  size integer not null,
  width integer not null,
  height integer not null,
  sha256 text not null,
  content bytea not null,
  created_by uuid,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint media_pkey PRIMARY KEY (id),
  constraint media_token_key UNIQUE (token),
  constraint media_type_check CHECK ((type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/gif'::text, 'image/webp'::text])))
);
CREATE UNIQUE INDEX media_content ON public.media USING btree (sha256) WHERE (archived_at IS NULL);
CREATE INDEX media_newest ON public.media USING btree (created_at DESC, id) WHERE (archived_at IS NULL);

create table merged_line (
  run_id bigint not null,
  no integer not null,
  merge_id uuid not null,
  constraint merged_line_pkey PRIMARY KEY (run_id, no)
);

create table migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
);

create table not_duplicate (
  party_kind text not null,
  same text not null,
  key text not null,
  decided_by uuid,
  decided_at timestamp with time zone not null default now(),
  constraint not_duplicate_pkey PRIMARY KEY (party_kind, same, key),
  constraint not_duplicate_party_kind_check CHECK ((party_kind = ANY (ARRAY['company'::text, 'contact'::text, 'lead'::text]))),
  constraint not_duplicate_same_check CHECK ((same = ANY (ARRAY['email'::text, 'phone'::text, 'name'::text, 'number'::text])))
);

create table notice (
  id bigint not null generated always as identity,
  user_id uuid not null,
  kind text not null,
  campaign_id uuid,
  party_kind text,
  party_id uuid,
  detail jsonb not null default '{}'::jsonb,
  key text not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  mailed_at timestamp with time zone,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_check CHECK (((party_kind IS NULL) = (party_id IS NULL))),
  constraint notice_party_kind_check CHECK ((party_kind = ANY (ARRAY['contact'::text, 'company'::text, 'lead'::text]))),
  constraint notice_user_id_fkey FOREIGN KEY (user_id) REFERENCES app_user(id) ON DELETE CASCADE,
  constraint notice_user_id_key_key UNIQUE (user_id, key)
);
CREATE INDEX notice_campaign ON public.notice USING btree (campaign_id);
CREATE INDEX notice_unread ON public.notice USING btree (user_id) WHERE (read_at IS NULL);

create table number_series (
  kind text not null,
  prefix text not null,
  digits integer not null default 4,
  next bigint not null default 1,
  constraint number_series_pkey PRIMARY KEY (kind),
  constraint number_series_digits_check CHECK (((digits >= 1) AND (digits <= 9))),
  constraint number_series_kind_check CHECK ((kind = ANY (ARRAY['offer'::text, 'invoice'::text, 'credit_note'::text]))),
  constraint number_series_next_check CHECK ((next > 0))
);

create table occasion (
  campaign_id uuid not null,
  title text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  place text not null default ''::text,
  places integer,
  waiting_list boolean not null default true,
  answer_until timestamp with time zone,
  updated_at timestamp with time zone not null default now(),
  constraint occasion_pkey PRIMARY KEY (campaign_id),
  constraint occasion_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint occasion_check CHECK ((ends_at > starts_at)),
  constraint occasion_places_check CHECK ((places > 0))
);

create table offer (
  id uuid not null,
  number text,
  title text not null,
  party_kind text not null,
  party_id uuid not null,
  company_id uuid,
  buyer jsonb not null,
  language text not null,
  currency text not null,
  vat_treatment text not null,
  vat jsonb not null,
  net_minor bigint not null,
  vat_minor bigint not null,
  gross_minor bigint not null generated always as ((net_minor + vat_minor)) stored,
  issued_on date not null,
  valid_until date not null,
  terms text not null default ''::text,
  state text not null default 'open'::text,
  answered_at timestamp with time zone,
  answered_by text,
  answer_note text,
  owner_id uuid not null,
  campaign_id uuid,
  action_id uuid,
  run_id bigint,
  line_no integer,
  test boolean not null default false,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint offer_pkey PRIMARY KEY (id),
  constraint offer_check CHECK (((number IS NULL) = test)),
  constraint offer_check1 CHECK (((state = ANY (ARRAY['accepted'::text, 'declined'::text])) = (answered_at IS NOT NULL))),
  constraint offer_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint offer_net_minor_check CHECK ((net_minor >= 0)),
  constraint offer_number_key UNIQUE (number),
  constraint offer_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES app_user(id),
  constraint offer_party_kind_check CHECK ((party_kind = ANY (ARRAY['contact'::text, 'company'::text, 'lead'::text]))),
  constraint offer_run_id_line_no_key UNIQUE (run_id, line_no),
  constraint offer_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint offer_vat_minor_check CHECK ((vat_minor >= 0)),
  constraint offer_vat_treatment_check CHECK ((vat_treatment = ANY (ARRAY['domestic'::text, 'reverse_charge'::text, 'export'::text])))
);
CREATE INDEX offer_campaign ON public.offer USING btree (campaign_id, state) WHERE (campaign_id IS NOT NULL);
CREATE INDEX offer_company ON public.offer USING btree (company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX offer_issued ON public.offer USING btree (issued_on) WHERE (NOT test);
CREATE INDEX offer_party ON public.offer USING btree (party_id, party_kind);
CREATE INDEX offer_recent ON public.offer USING btree (created_at DESC, id) WHERE (NOT test);

create table opportunity (
  id uuid not null,
  title text not null,
  note text not null default ''::text,
  party_kind text not null,
  party_id uuid not null,
  company_id uuid,
  currency text not null,
  lines_minor bigint not null default 0,
  own_value_minor bigint,
  value_minor bigint not null generated always as (COALESCE(own_value_minor, lines_minor)) stored,
  stage_id uuid not null,
  state text not null default 'open'::text,
  closes_on date,
  closed_on date,
  lost_reason text,
  owner_id uuid not null,
  campaign_id uuid,
  action_id uuid,
  run_id bigint,
  line_no integer,
  test boolean not null default false,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint opportunity_pkey PRIMARY KEY (id),
  constraint opportunity_check CHECK (((state = 'open'::text) = (closed_on IS NULL))),
  constraint opportunity_check1 CHECK (((lost_reason IS NULL) OR (state = 'lost'::text))),
  constraint opportunity_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint opportunity_own_value_minor_check CHECK ((own_value_minor >= 0)),
  constraint opportunity_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES app_user(id),
  constraint opportunity_party_kind_check CHECK ((party_kind = ANY (ARRAY['contact'::text, 'company'::text, 'lead'::text]))),
  constraint opportunity_run_id_line_no_key UNIQUE (run_id, line_no),
  constraint opportunity_stage_id_fkey FOREIGN KEY (stage_id) REFERENCES sales_stage(id),
  constraint opportunity_state_check CHECK ((state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])))
);
CREATE INDEX opportunity_campaign ON public.opportunity USING btree (campaign_id, state) WHERE (campaign_id IS NOT NULL);
CREATE INDEX opportunity_company ON public.opportunity USING btree (company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX opportunity_currency ON public.opportunity USING btree (currency);
CREATE INDEX opportunity_owner ON public.opportunity USING btree (owner_id, state);
CREATE INDEX opportunity_party ON public.opportunity USING btree (party_id, party_kind);
CREATE INDEX opportunity_recent ON public.opportunity USING btree (created_at DESC, id) WHERE (NOT test);
CREATE INDEX opportunity_stage ON public.opportunity USING btree (stage_id);

create table opportunity_step (
  opportunity_id uuid not null,
  at timestamp with time zone not null,
  stage text not null,
  constraint opportunity_step_pkey PRIMARY KEY (opportunity_id, at),
  constraint opportunity_step_opportunity_id_fkey FOREIGN KEY (opportunity_id) REFERENCES opportunity(id) ON DELETE CASCADE
);

create table opt_out (
  id bigint not null generated always as identity,
  scope text not null,
  campaign_id uuid,
  topic_id uuid,
  channel text not null,
  party_kind text not null,
  party_id uuid not null,
  address_key text not null default ''::text,
  source text not null,
  evidence jsonb not null default '{}'::jsonb,
  recorded_by uuid,
  gate_seq bigint not null,
  at timestamp with time zone not null default now(),
  lifted_at timestamp with time zone,
  lifted_by uuid,
  constraint opt_out_pkey PRIMARY KEY (id),
  constraint opt_out_check CHECK (((scope = 'campaign'::text) = (campaign_id IS NOT NULL))),
  constraint opt_out_check1 CHECK (((scope <> 'topic'::text) OR (topic_id IS NOT NULL))),
  constraint opt_out_party_kind_check CHECK ((party_kind = ANY (ARRAY['company'::text, 'contact'::text, 'lead'::text]))),
  constraint opt_out_scope_check CHECK ((scope = ANY (ARRAY['campaign'::text, 'topic'::text]))),
  constraint opt_out_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id)
);
CREATE INDEX opt_out_address ON public.opt_out USING btree (address_key, channel) WHERE (lifted_at IS NULL);
CREATE UNIQUE INDEX opt_out_key ON public.opt_out USING btree (scope, campaign_id, topic_id, channel, address_key, party_id, party_kind) NULLS NOT DISTINCT WHERE (lifted_at IS NULL);
CREATE INDEX opt_out_party ON public.opt_out USING btree (party_id) WHERE (lifted_at IS NULL);

create table outbox_message (
  id uuid not null,
  received_at timestamp with time zone not null default now(),
  mail_from text not null,
  rcpt_to text not null,
  message_id text,
  subject text not null default ''::text,
  raw bytea not null,
  constraint outbox_message_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_message_id ON public.outbox_message USING btree (message_id);
CREATE INDEX outbox_message_rcpt ON public.outbox_message USING btree (lower(rcpt_to));
CREATE INDEX outbox_message_received ON public.outbox_message USING btree (received_at DESC, id);

create table outcome (
  run_id bigint not null,
  no integer not null,
  seq integer not null,
  attempt_no integer,
  state text not null,
  reason text,
  reply text,
  next_at timestamp with time zone,
  cost_minor bigint,
  decided_by uuid,
  at timestamp with time zone not null default now(),
  constraint outcome_pkey PRIMARY KEY (run_id, no, seq),
  constraint outcome_words CHECK (((state = ANY (ARRAY['sent'::text, 'failed'::text, 'deferred'::text, 'unknown'::text, 'dropped'::text])) AND ((state = 'sent'::text) OR (reason IS NOT NULL)) AND ((state = 'deferred'::text) = (next_at IS NOT NULL))))
) partition by RANGE (run_id);
CREATE INDEX outcome_not_sent ON ONLY public.outcome USING btree (run_id, state, no) WHERE (state <> 'sent'::text);

create table pace (
  account_id uuid not null,
  scope text not null,
  used jsonb,
  free_at timestamp with time zone,
  held_step integer,
  held_until timestamp with time zone,
  held_reason text,
  held_reply text,
  constraint pace_pkey PRIMARY KEY (account_id, scope),
  constraint pace_account_id_fkey FOREIGN KEY (account_id) REFERENCES sending_account(id),
  constraint pace_check CHECK (((held_step IS NULL) = (held_until IS NULL)))
);

create table party_merge (
  id uuid not null,
  party_kind text not null,
  kept_id uuid not null,
  gone_id uuid not null,
  before jsonb not null,
  merged_by uuid,
  merged_at timestamp with time zone not null default now(),
  undone_by uuid,
  undone_at timestamp with time zone,
  constraint party_merge_pkey PRIMARY KEY (id),
  constraint party_merge_party_kind_check CHECK ((party_kind = ANY (ARRAY['company'::text, 'contact'::text, 'lead'::text])))
);
CREATE INDEX party_merge_kept ON public.party_merge USING btree (kept_id);
CREATE INDEX party_merge_recent ON public.party_merge USING btree (merged_at DESC, id);

create table planned_activity (
  id uuid not null,
  campaign_id uuid not null,
  title text not null,
  note text not null default ''::text,
  responsible_id uuid not null,
  due_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by uuid,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  constraint planned_activity_pkey PRIMARY KEY (id),
  constraint planned_activity_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint planned_activity_check CHECK (((done_at IS NULL) = (done_by IS NULL))),
  constraint planned_activity_created_by_fkey FOREIGN KEY (created_by) REFERENCES app_user(id),
  constraint planned_activity_done_by_fkey FOREIGN KEY (done_by) REFERENCES app_user(id),
  constraint planned_activity_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES app_user(id)
);
CREATE INDEX planned_activity_campaign ON public.planned_activity USING btree (campaign_id, due_at);
CREATE INDEX planned_activity_due ON public.planned_activity USING btree (due_at);
CREATE INDEX planned_activity_open ON public.planned_activity USING btree (responsible_id, due_at) WHERE (done_at IS NULL);

create table pressure_rule (
  id uuid not null,
  max_messages integer not null,
  days integer not null,
  channel text,
  purpose_class text not null default 'marketing'::text,
  active boolean not null default true,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint pressure_rule_pkey PRIMARY KEY (id),
  constraint pressure_rule_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'letter'::text, 'call'::text]))),
  constraint pressure_rule_created_by_fkey FOREIGN KEY (created_by) REFERENCES app_user(id),
  constraint pressure_rule_days_check CHECK (((days >= 1) AND (days <= 366))),
  constraint pressure_rule_max_messages_check CHECK (((max_messages >= 1) AND (max_messages <= 1000))),
  constraint pressure_rule_purpose_class_check CHECK ((purpose_class = ANY (ARRAY['marketing'::text, 'all'::text])))
);

create table price (
  seq bigint not null generated always as identity,
  list_id uuid not null,
  product_id uuid not null,
  valid_from date not null,
  amount bigint,
  revision_id uuid,
  reversal boolean not null default false,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  constraint price_pkey PRIMARY KEY (seq),
  constraint price_amount_check CHECK (((amount >= 0) AND (amount <= '999999999999'::bigint))),
  constraint price_list_id_fkey FOREIGN KEY (list_id) REFERENCES price_list(id),
  constraint price_product_id_fkey FOREIGN KEY (product_id) REFERENCES product(id) ON DELETE CASCADE
);
CREATE INDEX price_in_force ON public.price USING btree (list_id, product_id, valid_from DESC, seq DESC) INCLUDE (amount);
CREATE INDEX price_product ON public.price USING btree (product_id, seq DESC);
CREATE INDEX price_revision_rows ON public.price USING btree (revision_id, product_id) WHERE (revision_id IS NOT NULL);

create table price_list (
  id uuid not null,
  name text not null,
  currency text not null,
  kind text not null,
  starts_on date,
  ends_on date,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint price_list_pkey PRIMARY KEY (id),
  constraint price_list_check CHECK ((ends_on >= starts_on)),
  constraint price_list_check1 CHECK (((kind <> 'period'::text) OR (starts_on IS NOT NULL))),
  constraint price_list_check2 CHECK (((kind <> 'default'::text) OR ((starts_on IS NULL) AND (ends_on IS NULL)))),
  constraint price_list_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint price_list_kind_check CHECK ((kind = ANY (ARRAY['default'::text, 'period'::text, 'agreed'::text])))
);
CREATE UNIQUE INDEX price_list_default ON public.price_list USING btree (currency) WHERE ((kind = 'default'::text) AND (archived_at IS NULL));
CREATE UNIQUE INDEX price_list_name ON public.price_list USING btree (lower(name)) WHERE (archived_at IS NULL);

create table price_revision (
  id uuid not null,
  name text not null,
  list_id uuid not null,
  selection jsonb not null,
  rule jsonb not null,
  effective_on date,
  state text not null default 'draft'::text,
  fingerprint text,
  valid_from date,
  rehearsed_at timestamp with time zone,
  applied_at timestamp with time zone,
  applied_by uuid,
  reversed_at timestamp with time zone,
  reversed_by uuid,
  reversed_lines integer,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  failure jsonb,
  constraint price_revision_pkey PRIMARY KEY (id),
  constraint price_revision_check CHECK (((state <> ALL (ARRAY['rehearsed'::text, 'applied'::text, 'reversed'::text])) OR ((fingerprint IS NOT NULL) AND (valid_from IS NOT NULL)))),
  constraint price_revision_check1 CHECK (((state = ANY (ARRAY['applied'::text, 'reversed'::text])) = (applied_at IS NOT NULL))),
  constraint price_revision_check2 CHECK (((state = 'reversed'::text) = (reversed_at IS NOT NULL))),
  constraint price_revision_list_id_fkey FOREIGN KEY (list_id) REFERENCES price_list(id),
  constraint price_revision_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'rehearsed'::text, 'applied'::text, 'reversed'::text])))
);
CREATE INDEX price_revision_created ON public.price_revision USING btree (created_at, id);

create table price_revision_line (
  revision_id uuid not null,
  product_id uuid not null,
  number text not null,
  name text not null,
  group_id uuid,
  old_seq bigint,
  old_amount bigint,
  cost bigint,
  new_amount bigint,
  verdict text not null,
  reason text,
  planned_from date,
  uses integer not null default 0,
  constraint price_revision_line_pkey PRIMARY KEY (revision_id, product_id),
  constraint price_revision_line_check CHECK (((verdict = 'refused'::text) = (reason IS NOT NULL))),
  constraint price_revision_line_check1 CHECK (((verdict <> 'change'::text) OR ((new_amount IS NOT NULL) AND ((new_amount >= 0) AND (new_amount <= '999999999999'::bigint))))),
  constraint price_revision_line_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES price_revision(id) ON DELETE CASCADE,
  constraint price_revision_line_verdict_check CHECK ((verdict = ANY (ARRAY['change'::text, 'same'::text, 'refused'::text])))
);

create table price_revision_work (
  revision_id uuid not null,
  kind text not null,
  day date not null,
  expected integer,
  total integer not null,
  done integer not null default 0,
  after_id uuid,
  begun_by uuid,
  started_at timestamp with time zone not null,
  beat_at timestamp with time zone not null,
  constraint price_revision_work_pkey PRIMARY KEY (revision_id),
  constraint price_revision_work_kind_check CHECK ((kind = ANY (ARRAY['rehearse'::text, 'apply'::text, 'reverse'::text]))),
  constraint price_revision_work_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES price_revision(id) ON DELETE CASCADE
);

create table product (
  id uuid not null,
  number text not null,
  name text not null,
  description text not null default ''::text,
  kind text not null,
  unit text not null,
  group_id uuid,
  vat_class text not null,
  cost bigint,
  cost_currency text,
  tags text[] not null default '{}'::text[],
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint product_pkey PRIMARY KEY (id),
  constraint product_check CHECK (((cost IS NULL) = (cost_currency IS NULL))),
  constraint product_cost_check CHECK (((cost >= 0) AND (cost <= '999999999999'::bigint))),
  constraint product_cost_currency_check CHECK ((cost_currency ~ '^[A-Z]{3}$'::text)),
  constraint product_group_id_fkey FOREIGN KEY (group_id) REFERENCES product_group(id),
  constraint product_kind_check CHECK ((kind = ANY (ARRAY['product'::text, 'service'::text]))),
  constraint product_vat_class_check CHECK ((vat_class = ANY (ARRAY['standard'::text, 'reduced'::text, 'low'::text, 'zero'::text, 'exempt'::text])))
);
CREATE INDEX product_in_use ON public.product USING btree (id) WHERE (archived_at IS NULL);
CREATE INDEX product_name ON public.product USING btree (name COLLATE human, id);
CREATE UNIQUE INDEX product_number ON public.product USING btree (lower(number));
CREATE INDEX product_number_sorted ON public.product USING btree (number COLLATE human, id);
CREATE INDEX product_of_group ON public.product USING btree (group_id);

create table product_group (
  id uuid not null,
  name text not null,
  parent_id uuid,
  created_at timestamp with time zone not null default now(),
  constraint product_group_pkey PRIMARY KEY (id),
  constraint product_group_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES product_group(id)
);
CREATE UNIQUE INDEX product_group_name ON public.product_group USING btree (COALESCE(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name));
CREATE INDEX product_group_parent ON public.product_group USING btree (parent_id);

create table proof_reader (
  id uuid not null,
  name text not null,
  email text,
  phone text,
  created_at timestamp with time zone not null default now(),
  constraint proof_reader_pkey PRIMARY KEY (id),
  constraint proof_reader_reached CHECK (((email IS NOT NULL) OR (phone IS NOT NULL)))
);

create table recipient (
  run_id bigint not null,
  no integer not null,
  party_kind text not null,
  party_id uuid not null,
  role text not null,
  asset_id uuid,
  company_id uuid,
  address text,
  address_key text,
  language text,
  origin text not null,
  verdict text not null,
  reason text,
  seen text,
  consent_record_id bigint,
  origin_run bigint,
  origin_no integer,
  time_zone text,
  country text,
  asset_ids uuid[],
  constraint recipient_pkey PRIMARY KEY (run_id, no),
  constraint recipient_run_id_party_id_party_kind_role_asset_id_key UNIQUE NULLS NOT DISTINCT (run_id, party_id, party_kind, role, asset_id),
  constraint recipient_words CHECK (((party_kind = ANY (ARRAY['company'::text, 'contact'::text, 'lead'::text])) AND (role = ANY (ARRAY['own'::text, 'office'::text])) AND (origin = ANY (ARRAY['rule'::text, 'hand'::text, 'import'::text, 'copy'::text, 'retry'::text, 'test'::text])) AND (((verdict = 'planned'::text) AND (reason IS NULL)) OR ((verdict = 'excluded'::text) AND (reason IS NOT NULL)))))
) partition by RANGE (run_id);

create table retry_of (
  origin_run bigint not null,
  origin_no integer not null,
  retry_run bigint not null,
  retry_no integer not null,
  resend boolean not null default false,
  constraint retry_of_pkey PRIMARY KEY (origin_run, origin_no)
);

create table revenue_line (
  id uuid not null,
  campaign_id uuid not null,
  action_id uuid,
  label text not null,
  amount_minor bigint not null,
  won integer not null default 1,
  earned_on date not null,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  constraint revenue_line_pkey PRIMARY KEY (id),
  constraint revenue_line_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id),
  constraint revenue_line_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint revenue_line_created_by_fkey FOREIGN KEY (created_by) REFERENCES app_user(id),
  constraint revenue_line_won_check CHECK ((won >= 0))
);
CREATE INDEX revenue_line_campaign ON public.revenue_line USING btree (campaign_id, earned_on, id);

create table run (
  id bigint not null,
  campaign_id uuid not null,
  action_id uuid not null,
  mode text not null,
  state text not null,
  channel text not null,
  scope text not null default 'all'::text,
  content_version_id uuid,
  sending_account_id uuid,
  terms jsonb not null default '{}'::jsonb,
  matched integer not null default 0,
  planned integer not null default 0,
  excluded integer not null default 0,
  waterfall jsonb not null default '[]'::jsonb,
  pause_reason jsonb,
  gate_seq bigint,
  generated_at timestamp with time zone,
  scheduled_for timestamp with time zone,
  sealed_at timestamp with time zone,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  send_window jsonb,
  slow_per_second real,
  fast_per_second real,
  occurs_at timestamp with time zone,
  launched_by uuid,
  judged_seq bigint,
  constraint run_pkey PRIMARY KEY (id),
  constraint run_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id),
  constraint run_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint run_check CHECK ((matched = (planned + excluded))),
  constraint run_check1 CHECK (((state <> ALL (ARRAY['sending'::text, 'paused'::text, 'finished'::text, 'stopped'::text])) OR (sealed_at IS NOT NULL))),
  constraint run_content_version_id_fkey FOREIGN KEY (content_version_id) REFERENCES content_version(id),
  constraint run_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'main'::text, 'retry'::text, 'tick'::text]))),
  constraint run_scope_check CHECK ((scope = ANY (ARRAY['all'::text, 'hand'::text]))),
  constraint run_sending_account_id_fkey FOREIGN KEY (sending_account_id) REFERENCES sending_account(id),
  constraint run_state_check CHECK ((state = ANY (ARRAY['planning'::text, 'generated'::text, 'scheduled'::text, 'sending'::text, 'paused'::text, 'finished'::text, 'stopped'::text, 'missed'::text])))
);
CREATE INDEX run_action ON public.run USING btree (action_id, created_at);
CREATE INDEX run_campaign ON public.run USING btree (campaign_id, created_at);
CREATE INDEX run_live ON public.run USING btree (state) WHERE (state = ANY (ARRAY['planning'::text, 'scheduled'::text, 'sending'::text, 'paused'::text]));
CREATE UNIQUE INDEX run_occurrence ON public.run USING btree (action_id, occurs_at) WHERE (occurs_at IS NOT NULL);
CREATE INDEX run_of_account ON public.run USING btree (sending_account_id, finished_at) WHERE (fast_per_second IS NOT NULL);
CREATE UNIQUE INDEX run_prepared ON public.run USING btree (action_id) WHERE ((mode = ANY (ARRAY['main'::text, 'retry'::text])) AND (state = ANY (ARRAY['planning'::text, 'generated'::text, 'scheduled'::text])) AND (occurs_at IS NULL));
CREATE UNIQUE INDEX run_waits ON public.run USING btree (action_id) WHERE ((state = ANY (ARRAY['scheduled'::text, 'missed'::text])) AND (occurs_at IS NOT NULL));

create table run_month (
  month integer not null,
  last integer not null,
  constraint run_month_pkey PRIMARY KEY (month)
);

create table run_pace (
  run_id bigint not null,
  at timestamp with time zone not null default now(),
  settled integer not null,
  constraint run_pace_pkey PRIMARY KEY (run_id, at),
  constraint run_pace_run_id_fkey FOREIGN KEY (run_id) REFERENCES run(id)
);

create table sales_line (
  document_id uuid not null,
  "position" integer not null,
  kind text not null,
  product_id uuid not null,
  number text not null,
  name text not null,
  unit text not null,
  quantity bigint not null,
  price_minor bigint not null,
  own_price boolean not null,
  amount_minor bigint not null generated always as ((div((((quantity)::numeric * (price_minor)::numeric) + (500)::numeric), (1000)::numeric))::bigint) stored,
  vat_class text,
  credits_position integer,
  constraint sales_line_pkey PRIMARY KEY (document_id, "position"),
  constraint sales_line_kind_check CHECK ((kind = ANY (ARRAY['opportunity'::text, 'offer'::text, 'invoice'::text]))),
  constraint sales_line_price_minor_check CHECK (((price_minor >= 0) AND (price_minor <= '999999999999'::bigint))),
  constraint sales_line_quantity_check CHECK (((quantity >= 1) AND (quantity <= 1000000000))),
  constraint sales_line_vat_class_check CHECK ((vat_class = ANY (ARRAY['standard'::text, 'reduced'::text, 'low'::text, 'zero'::text, 'exempt'::text])))
);
CREATE INDEX sales_line_product ON public.sales_line USING btree (product_id, kind);

create table sales_plan (
  action_id uuid not null,
  plan jsonb not null,
  updated_at timestamp with time zone not null default now(),
  constraint sales_plan_pkey PRIMARY KEY (action_id)
);

create table sales_stage (
  id uuid not null,
  name text not null,
  "position" integer not null,
  chance integer not null,
  created_at timestamp with time zone not null default now(),
  constraint sales_stage_pkey PRIMARY KEY (id),
  constraint sales_stage_chance_check CHECK (((chance >= 0) AND (chance <= 100)))
);

create table saved_view (
  id uuid not null,
  list text not null,
  name text not null,
  owner_id uuid not null,
  shared boolean not null default false,
  search jsonb not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint saved_view_pkey PRIMARY KEY (id),
  constraint saved_view_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES app_user(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX saved_view_name ON public.saved_view USING btree (list, owner_id, lower(name));

create table segment (
  id uuid not null,
  name text not null,
  description text not null default ''::text,
  party_kind text not null,
  rule jsonb not null,
  owner_id uuid,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint segment_pkey PRIMARY KEY (id),
  constraint segment_party_kind_check CHECK ((party_kind = ANY (ARRAY['contact'::text, 'company'::text, 'lead'::text, 'asset'::text])))
);
CREATE UNIQUE INDEX segment_name ON public.segment USING btree (lower(name)) WHERE (archived_at IS NULL);

create table seller (
  id uuid not null,
  name text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  country text not null,
  vat_id text not null,
  registration text,
  iban text,
  bic text,
  email text,
  phone text,
  created_at timestamp with time zone not null,
  constraint seller_pkey PRIMARY KEY (id),
  constraint seller_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
);

create table sending_account (
  id uuid not null,
  name text not null,
  channel text not null,
  direction text not null,
  host text not null,
  port integer not null,
  security text not null,
  check_certificate boolean not null default true,
  username text,
  password_sealed text,
  from_name text not null default ''::text,
  from_address text,
  reply_to text,
  nature text not null default 'direct'::text,
  max_connections integer not null default 10,
  per_minute integer,
  paused_reason jsonb,
  paused_at timestamp with time zone,
  tested_at timestamp with time zone,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  bounce_address text,
  per_hour integer,
  per_day integer,
  per_domain_minute integer,
  providers jsonb not null default '[]'::jsonb,
  warm_up jsonb,
  size_limit integer,
  constraint sending_account_pkey PRIMARY KEY (id),
  constraint sending_account_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint sending_account_direction_check CHECK ((direction = ANY (ARRAY['sending'::text, 'receiving'::text]))),
  constraint sending_account_max_connections_check CHECK (((max_connections >= 1) AND (max_connections <= 100))),
  constraint sending_account_nature_check CHECK ((nature = ANY (ARRAY['direct'::text, 'relay'::text, 'local'::text]))),
  constraint sending_account_per_day_check CHECK ((per_day > 0)),
  constraint sending_account_per_domain_minute_check CHECK ((per_domain_minute > 0)),
  constraint sending_account_per_hour_check CHECK ((per_hour > 0)),
  constraint sending_account_per_minute_check CHECK ((per_minute > 0)),
  constraint sending_account_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint sending_account_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'opportunistic'::text, 'none'::text])))
);
CREATE UNIQUE INDEX sending_account_name ON public.sending_account USING btree (lower(name)) WHERE (archived_at IS NULL);

create table sign_in_attempt (
  id uuid not null,
  account text not null,
  source text not null,
  at timestamp with time zone not null,
  constraint sign_in_attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_attempt_account ON public.sign_in_attempt USING btree (account, at);
CREATE INDEX sign_in_attempt_at ON public.sign_in_attempt USING btree (at);

create table sms_account (
  account_id uuid not null,
  protocol text not null,
  sender text not null,
  version text not null default '3.4'::text,
  system_type text not null default ''::text,
  submit_window integer not null default 10,
  long_messages text not null default 'udh'::text,
  http jsonb,
  hook_secret text not null,
  hook_key_sealed text,
  constraint sms_account_pkey PRIMARY KEY (account_id),
  constraint sms_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES sending_account(id),
  constraint sms_account_hook_secret_key UNIQUE (hook_secret),
  constraint sms_account_long_messages_check CHECK ((long_messages = ANY (ARRAY['udh'::text, 'sar'::text, 'payload'::text]))),
  constraint sms_account_protocol_check CHECK ((protocol = ANY (ARRAY['smpp'::text, 'http'::text]))),
  constraint sms_account_submit_window_check CHECK (((submit_window >= 1) AND (submit_window <= 200))),
  constraint sms_account_version_check CHECK ((version = ANY (ARRAY['3.4'::text, '5.0'::text])))
);

create table sms_bill (
  invoice_id uuid not null,
  product_id uuid not null,
  pricing text not null,
  markup integer not null,
  per_part_millionths bigint,
  lines text not null,
  created_at timestamp with time zone not null,
  constraint sms_bill_pkey PRIMARY KEY (invoice_id),
  constraint sms_bill_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoice(id),
  constraint sms_bill_lines_check CHECK ((lines = ANY (ARRAY['country'::text, 'one'::text]))),
  constraint sms_bill_pricing_check CHECK ((pricing = ANY (ARRAY['metered'::text, 'own'::text])))
);

create table sms_billed_month (
  account_id uuid not null,
  month date not null,
  invoice_id uuid not null,
  constraint sms_billed_month_pkey PRIMARY KEY (account_id, month),
  constraint sms_billed_month_account_id_fkey FOREIGN KEY (account_id) REFERENCES sending_account(id),
  constraint sms_billed_month_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES sms_bill(invoice_id),
  constraint sms_billed_month_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

create table sms_handing (
  id bigint not null generated always as identity,
  run_id bigint not null,
  account_id uuid not null,
  test boolean not null,
  no integer[] not null,
  number text[] not null,
  encoding text[] not null,
  parts integer[] not null,
  at timestamp with time zone not null default date_trunc('milliseconds'::text, now()),
  constraint sms_handing_pkey PRIMARY KEY (id)
);

create table sms_incoming (
  id uuid not null,
  account_id uuid not null,
  gateway_key text not null,
  number text not null,
  body text not null,
  received_at timestamp with time zone not null default now(),
  handled_at timestamp with time zone,
  meaning text,
  run_id bigint,
  no integer,
  confirmed_at timestamp with time zone,
  constraint sms_incoming_pkey PRIMARY KEY (id),
  constraint sms_incoming_account_id_fkey FOREIGN KEY (account_id) REFERENCES sending_account(id),
  constraint sms_incoming_account_id_gateway_key_key UNIQUE (account_id, gateway_key),
  constraint sms_incoming_meaning_check CHECK ((meaning = ANY (ARRAY['stop'::text, 'yes'::text, 'no'::text, 'maybe'::text, 'other'::text])))
);
CREATE INDEX sms_incoming_open ON public.sms_incoming USING btree (received_at) WHERE (handled_at IS NULL);

create table sms_message (
  run_id bigint not null,
  no integer not null,
  account_id uuid not null,
  number text not null,
  country text,
  test boolean not null,
  encoding text not null,
  parts integer not null,
  price_millionths bigint,
  state text not null default 'handing'::text,
  accepted_parts integer not null default 0,
  at timestamp with time zone not null default now(),
  gateway_id text,
  constraint sms_message_pkey PRIMARY KEY (run_id, no),
  constraint sms_message_encoding_check CHECK ((encoding = ANY (ARRAY['gsm7'::text, 'ucs2'::text]))),
  constraint sms_message_parts_check CHECK ((parts > 0)),
  constraint sms_message_state_check CHECK ((state = ANY (ARRAY['handing'::text, 'accepted'::text, 'refused'::text, 'unknown'::text, 'untouched'::text])))
);
CREATE INDEX sms_message_at ON public.sms_message USING brin (at) WITH (autosummarize='on');
CREATE INDEX sms_message_gateway ON public.sms_message USING btree (gateway_id) WHERE (gateway_id IS NOT NULL);
CREATE INDEX sms_message_number ON public.sms_message USING btree (number, at);

create table sms_number (
  number text not null,
  kind text not null,
  country text,
  constraint sms_number_pkey PRIMARY KEY (number),
  constraint sms_number_kind_check CHECK ((kind = ANY (ARRAY['mobile'::text, 'landline'::text, 'premium'::text, 'unroutable'::text])))
);

create table sms_part (
  account_id uuid not null,
  gateway_id text not null,
  run_id bigint not null,
  no integer not null,
  part_no integer not null,
  constraint sms_part_pkey PRIMARY KEY (account_id, gateway_id)
);
CREATE INDEX sms_part_line ON public.sms_part USING btree (run_id, no);

create table sms_price (
  country text not null,
  per_part_millionths bigint not null,
  updated_at timestamp with time zone not null default now(),
  constraint sms_price_pkey PRIMARY KEY (country),
  constraint sms_price_per_part_millionths_check CHECK ((per_part_millionths >= 0))
);

create table sms_report (
  id bigint not null generated always as identity,
  account_id uuid not null,
  gateway_id text not null,
  number text,
  state text not null,
  said text not null default ''::text,
  at timestamp with time zone not null,
  received_at timestamp with time zone not null default now(),
  settled_at timestamp with time zone,
  constraint sms_report_pkey PRIMARY KEY (id),
  constraint sms_report_account_id_fkey FOREIGN KEY (account_id) REFERENCES sending_account(id),
  constraint sms_report_account_id_gateway_id_state_key UNIQUE (account_id, gateway_id, state),
  constraint sms_report_state_check CHECK ((state = ANY (ARRAY['delivered'::text, 'failed'::text])))
);
CREATE INDEX sms_report_open ON public.sms_report USING btree (received_at) WHERE (settled_at IS NULL);

create table suppression (
  id uuid not null,
  kind text not null,
  value text not null,
  channel text not null,
  purpose_class text not null,
  reason text not null,
  note text not null default ''::text,
  evidence jsonb not null default '{}'::jsonb,
  recorded_by uuid,
  gate_seq bigint not null,
  at timestamp with time zone not null default now(),
  lifted_at timestamp with time zone,
  lifted_by uuid,
  constraint suppression_pkey PRIMARY KEY (id),
  constraint suppression_kind_check CHECK ((kind = ANY (ARRAY['address'::text, 'domain'::text, 'number'::text]))),
  constraint suppression_purpose_class_check CHECK ((purpose_class = ANY (ARRAY['marketing'::text, 'all'::text]))),
  constraint suppression_reason_check CHECK ((reason = ANY (ARRAY['manual'::text, 'import'::text, 'unsubscribed'::text, 'hard_bounce'::text, 'complaint'::text, 'erased'::text])))
);
CREATE INDEX suppression_at ON public.suppression USING btree (at DESC, id);
CREATE UNIQUE INDEX suppression_key ON public.suppression USING btree (value, kind, channel, purpose_class) WHERE (lifted_at IS NULL);

create table tag_use (
  id bigint not null generated always as identity,
  entity text not null,
  tag text not null,
  uses bigint not null,
  constraint tag_use_pkey PRIMARY KEY (id),
  constraint tag_use_entity_check CHECK ((entity = ANY (ARRAY['contact'::text, 'company'::text, 'lead'::text, 'asset'::text])))
);
CREATE INDEX tag_use_entity_tag_idx ON public.tag_use USING btree (entity, tag);

create table template (
  id uuid not null,
  name text not null,
  channel text not null,
  language text not null,
  variant jsonb not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint template_pkey PRIMARY KEY (id),
  constraint template_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nb'::text, 'pl'::text, 'fr'::text])))
);
CREATE INDEX template_name ON public.template USING btree (name COLLATE human, id) WHERE (archived_at IS NULL);

create table topic (
  id uuid not null,
  name text not null,
  description text not null default ''::text,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint topic_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX topic_name ON public.topic USING btree (lower(name)) WHERE (archived_at IS NULL);

create table touch (
  party_id uuid not null,
  at timestamp with time zone not null,
  run_id bigint not null,
  no integer not null,
  party_kind text not null,
  channel text not null,
  purpose_class text not null,
  constraint touch_pkey PRIMARY KEY (party_id, at, run_id, no)
);
CREATE INDEX touch_recent ON public.touch USING brin (at, run_id);

create table track (
  id uuid not null,
  campaign_id uuid not null,
  "position" integer not null,
  name text not null,
  interest text,
  after_failure text not null default 'go_on'::text,
  version integer not null default 1,
  constraint track_pkey PRIMARY KEY (id),
  constraint track_after_failure_check CHECK ((after_failure = ANY (ARRAY['go_on'::text, 'wait'::text, 'leave'::text]))),
  constraint track_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint track_campaign_id_position_key UNIQUE (campaign_id, "position") DEFERRABLE INITIALLY DEFERRED
);

create table track_plan (
  campaign_id uuid not null,
  audience jsonb not null,
  joining text not null default 'live'::text,
  again_after_days integer,
  pace jsonb not null,
  joined_at timestamp with time zone,
  updated_at timestamp with time zone not null default now(),
  constraint track_plan_pkey PRIMARY KEY (campaign_id),
  constraint track_plan_again_after_days_check CHECK (((again_after_days >= 1) AND (again_after_days <= 3660))),
  constraint track_plan_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id) ON DELETE CASCADE,
  constraint track_plan_joining_check CHECK ((joining = ANY (ARRAY['live'::text, 'once'::text])))
);

create table track_step (
  enrolment_id bigint not null,
  action_id uuid not null,
  pass integer not null,
  run_id bigint not null,
  no integer not null,
  constraint track_step_pkey PRIMARY KEY (enrolment_id, action_id, pass)
);

create table track_version (
  track_id uuid not null,
  version integer not null,
  messages uuid[] not null,
  constraint track_version_pkey PRIMARY KEY (track_id, version),
  constraint track_version_track_id_fkey FOREIGN KEY (track_id) REFERENCES track(id) ON DELETE CASCADE
);

create table tracking_consent (
  id bigint not null generated always as identity,
  party_kind text not null,
  party_id uuid not null,
  decision text not null,
  wording text not null default ''::text,
  source text not null,
  evidence jsonb not null default '{}'::jsonb,
  recorded_by uuid,
  at timestamp with time zone not null default now(),
  constraint tracking_consent_pkey PRIMARY KEY (id),
  constraint tracking_consent_decision_check CHECK ((decision = ANY (ARRAY['given'::text, 'withdrawn'::text]))),
  constraint tracking_consent_party_kind_check CHECK ((party_kind = ANY (ARRAY['company'::text, 'contact'::text, 'lead'::text])))
);
CREATE INDEX tracking_consent_party ON public.tracking_consent USING btree (party_id, id DESC);

create table vat_rate (
  country text not null,
  vat_class text not null,
  rate integer not null,
  constraint vat_rate_pkey PRIMARY KEY (country, vat_class),
  constraint vat_rate_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint vat_rate_rate_check CHECK (((rate >= 1) AND (rate <= 5000))),
  constraint vat_rate_vat_class_check CHECK ((vat_class = ANY (ARRAY['standard'::text, 'reduced'::text, 'low'::text])))
);

create table worker (
  id uuid not null,
  host text not null,
  pid integer not null,
  version text not null,
  started_at timestamp with time zone not null default now(),
  heartbeat_at timestamp with time zone not null default now(),
  notice_seen bigint not null default 0,
  stopped_at timestamp with time zone,
  trusted boolean not null default false,
  clock_ahead_ms integer not null default 0,
  waits_for text,
  constraint worker_pkey PRIMARY KEY (id),
  constraint worker_waits_for_check CHECK ((waits_for = ANY (ARRAY['database_full'::text, 'folder_full'::text])))
);

create view sms_metered as
 SELECT sms_message.run_id,
    sms_message.no,
    sms_message.account_id,
    sms_message.number,
    sms_message.country,
    sms_message.test,
    sms_message.encoding,
    sms_message.parts,
    sms_message.price_millionths,
    sms_message.state,
    sms_message.accepted_parts,
    sms_message.at
   FROM sms_message
UNION ALL
 SELECT h.run_id,
    told.no,
    h.account_id,
    told.number,
    known.country,
    h.test,
    told.encoding,
    told.parts,
    COALESCE(own.per_part_millionths, other.per_part_millionths) AS price_millionths,
    'handing'::text AS state,
    0 AS accepted_parts,
    h.at
   FROM ((((sms_handing h
     CROSS JOIN LATERAL UNNEST(h.no, h.number, h.encoding, h.parts) told(no, number, encoding, parts))
     LEFT JOIN sms_number known ON ((known.number = told.number)))
     LEFT JOIN sms_price own ON ((own.country = known.country)))
     LEFT JOIN sms_price other ON ((other.country = ''::text)))
  WHERE (NOT (EXISTS ( SELECT
           FROM sms_message m
          WHERE ((m.run_id = h.run_id) AND (m.no = told.no) AND ((m.at >= h.at) OR (m.state = ANY (ARRAY['handing'::text, 'accepted'::text, 'unknown'::text])))))));

create view sms_name as
 SELECT sms_message.account_id,
    sms_message.gateway_id,
    sms_message.run_id,
    sms_message.no
   FROM sms_message
  WHERE (sms_message.gateway_id IS NOT NULL)
UNION ALL
 SELECT sms_part.account_id,
    sms_part.gateway_id,
    sms_part.run_id,
    sms_part.no
   FROM sms_part;

CREATE OR REPLACE FUNCTION public.create_run_partitions(suffix text, low bigint, high bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  parent text;
begin
  foreach parent in array array['recipient', 'chunk', 'attempt', 'outcome', 'event', 'first_event'] loop
    if to_regclass(parent || '_' || suffix) is null then
      execute format('create table %I partition of %I for values from (%s) to (%s)', parent || '_' || suffix, parent, low, high);
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.new_run_id(large boolean, moment timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  this_month int := to_char(moment at time zone 'UTC', 'YYYYMM')::int;
  number int;
  id bigint;
begin
  if large then
    id := nextval('run_large');
    perform create_run_partitions('run_' || id, id, id + 1);
    return id;
  end if;
  insert into run_month as m (month, last) values (this_month, 1)
    on conflict (month) do update set last = m.last + 1 returning m.last into number;
  id := this_month::bigint * 10000000 + number;
  if to_regclass('first_event_' || this_month) is null then
    perform pg_advisory_xact_lock(7268435);
    perform create_run_partitions(this_month::text, this_month::bigint * 10000000, (this_month::bigint + 1) * 10000000);
  end if;
  return id;
end $function$;

CREATE OR REPLACE FUNCTION public.note_tag_use()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into tag_use (entity, tag, uses)
      select tg_table_name, tag, count(*) from now_there, unnest(tags) as tag group by tag;
  elsif tg_op = 'UPDATE' then
    insert into tag_use (entity, tag, uses)
      select tg_table_name, tag, sum(change) from (
        select unnest(tags) as tag, 1 as change from now_there union all select unnest(tags), -1 from gone
      ) as changes group by tag having sum(change) <> 0;
  elsif tg_op = 'DELETE' then
    insert into tag_use (entity, tag, uses)
      select tg_table_name, tag, -count(*) from gone, unnest(tags) as tag group by tag;
  else
    delete from tag_use where entity = tg_table_name;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tell_run_sends()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('run_sends', '');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.uuid_at(moment timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
AS $function$
  select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '7'
    || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid
$function$;

CREATE TRIGGER tags_added AFTER INSERT ON public.asset REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_changed AFTER UPDATE ON public.asset REFERENCING OLD TABLE AS gone NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_emptied AFTER TRUNCATE ON public.asset FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_removed AFTER DELETE ON public.asset REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_added AFTER INSERT ON public.company REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_changed AFTER UPDATE ON public.company REFERENCING OLD TABLE AS gone NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_emptied AFTER TRUNCATE ON public.company FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_removed AFTER DELETE ON public.company REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_added AFTER INSERT ON public.contact REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_changed AFTER UPDATE ON public.contact REFERENCING OLD TABLE AS gone NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_emptied AFTER TRUNCATE ON public.contact FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_removed AFTER DELETE ON public.contact REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_added AFTER INSERT ON public.lead REFERENCING NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_changed AFTER UPDATE ON public.lead REFERENCING OLD TABLE AS gone NEW TABLE AS now_there FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_emptied AFTER TRUNCATE ON public.lead FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER tags_removed AFTER DELETE ON public.lead REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION note_tag_use();

CREATE TRIGGER run_sends AFTER UPDATE OF state ON public.run FOR EACH ROW WHEN (((new.state = 'sending'::text) AND (old.state <> 'sending'::text))) EXECUTE FUNCTION tell_run_sends();
