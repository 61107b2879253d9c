import { sql } from 'kysely';
import type * as api from '../../../contract/consent.ts';
import { CONSENT_CHANNELS, type ConsentRecord, type OptOut } from '../../../contract/consent.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { TopicId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise, userName } from '../access/index.ts';
import { type PartyKeys, partyKeys } from './party-keys.ts';
import { suppressionsOf } from './suppression.views.ts';
import { showTrackingConsent } from './tracking-consent.ts';

type ShownRecord = Omit<ConsentRecord, 'at'> & { at: Date };
type ShownOptOut = Omit<OptOut, 'at' | 'liftedAt'> & { at: Date; liftedAt: Date | null };
const LAST_RECORDS = 200;

const RECORD = sql`r.topic_id, topic.name as topic_name, r.channel, r.decision, r.address_key as address, r.wording, r.source,
  coalesce(r.evidence ->> 'note', case when r.evidence = '{}' then '' else r.evidence::text end) as evidence,
  ${userName(sql`r.recorded_by`)} as recorded_by, r.at`;

const recordsOf = async (db: Db, { kind, id }: PartyKeys): Promise<ShownRecord[]> => {
  const { rows } = await sql<ShownRecord>`
    select ${RECORD} from consent_record r join topic on topic.id = r.topic_id
    where r.party_id = ${id} and r.party_kind = ${kind} order by r.at desc, r.id desc limit ${LAST_RECORDS}`.execute(
    db,
  );
  return rows;
};

/** What allowed a line, by its id. */
export const showConsentRecord = async (db: Db, id: string): Promise<ConsentRecord | null> => {
  const { rows } = await sql<ShownRecord>`
    select ${RECORD} from consent_record r join topic on topic.id = r.topic_id where r.id = ${id}`.execute(db);
  return rows[0] ? { ...rows[0], at: rows[0].at.toISOString() } : null;
};

const optOutsOf = async (db: Db, { kind, id, email, phone }: PartyKeys): Promise<ShownOptOut[]> => {
  const { rows } = await sql<ShownOptOut>`
    select o.scope, topic.name as topic_name, o.topic_id, o.campaign_id, o.channel, o.address_key as address,
      not (o.party_id = ${id} and o.party_kind = ${kind}) as by_address, o.source, o.at, o.lifted_at
    from opt_out o left join topic on topic.id = o.topic_id
    where o.party_id = ${id} and o.party_kind = ${kind}
      or o.lifted_at is null and o.address_key <> '' and o.address_key in (${email}, ${phone})
    order by o.lifted_at is not null, o.at desc limit ${LAST_RECORDS}`.execute(db);
  return rows;
};

interface StateRow {
  id: TopicId;
  name: string;
  archived: boolean;
  channels: {
    channel: (typeof CONSENT_CHANNELS)[number];
    state: 'none' | 'given' | 'withdrawn' | 'left';
    since: string | null;
    record: ConsentRecord | null;
  }[];
}

/** Every topic in use, and those archived about which something was said, with what holds on each channel at the present address. */
const statesOf = async (db: Db, { kind, id, email, phone }: PartyKeys): Promise<StateRow[]> => {
  const keys = CONSENT_CHANNELS.map((channel) => ({ email, sms: phone, call: phone, letter: '' })[channel]);
  const { rows } = await sql<StateRow>`
    select topic.id, topic.name, topic.archived_at is not null as archived, json_agg(json_build_object(
      'channel', reach.channel,
      'state', case when gone.at is not null then 'left' else coalesce(said.decision, 'none') end,
      'since', coalesce(gone.at, said.at),
      'record', case when said.at is not null then json_build_object('topicId', said.topic_id, 'topicName', said.topic_name,
        'channel', said.channel, 'decision', said.decision, 'address', said.address, 'wording', said.wording, 'source', said.source,
        'evidence', said.evidence, 'recordedBy', said.recorded_by, 'at', said.at) end) order by reach.place) as channels
    from topic
    cross join unnest(${[...CONSENT_CHANNELS]}::text[], ${keys}::text[]) with ordinality as reach (channel, key, place)
    left join lateral (
      select ${RECORD} from consent c join consent_record r on r.id = c.record_id
      where c.topic_id = topic.id and c.channel = reach.channel and c.party_id = ${id} and c.party_kind = ${kind}
        and c.address_key in ('', reach.key) order by c.address_key desc limit 1) said on true
    left join lateral (
      select o.at from opt_out o where o.scope = 'topic' and o.topic_id = topic.id and o.lifted_at is null
        and o.channel in ('all', reach.channel)
        and (o.party_id = ${id} and o.party_kind = ${kind} or reach.key <> '' and o.address_key = reach.key)
      order by o.at desc limit 1) gone on true
    group by topic.id
    having topic.archived_at is null or bool_or(said.at is not null or gone.at is not null)
    order by topic.archived_at is not null, topic.name collate human`.execute(db);
  return rows;
};

export const getPartyConsent = async ({ db }: { db: Db }, actor: Actor, party: InputOf<typeof api.getPartyConsent>) => {
  authorise(actor, 'consent.see');
  const keys = await partyKeys(db, party);
  const [topics, records, optOuts, suppressions, tracking] = await Promise.all([
    statesOf(db, keys),
    recordsOf(db, keys),
    optOutsOf(db, keys),
    suppressionsOf(db, keys),
    showTrackingConsent(db, keys),
  ]);
  return { topics, records, optOuts, suppressions, tracking };
};
