import { sql } from 'kysely';
import type * as api from '../../../contract/crm.ts';
import type { TimelineKind } from '../../../contract/crm.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { LeadId } from '../../../contract/ids.ts';
import type * as leadsApi from '../../../contract/leads.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { showCompany } from './company.views.ts';
import { showContact } from './contact.views.ts';
import { showLead } from './lead.views.ts';
import { partyIds } from './party-ids.ts';

export interface TimelineParty {
  kind: 'contact' | 'company' | 'lead';
  id: string;
}

/** `link` opens the message exactly as the party received it. */
export interface TimelineItem {
  /** Unique among the entries of its source and the same in every answer. */
  id: string;
  at: Date;
  kind: (typeof TimelineKind)['options'][number];
  params: Record<string, string | number>;
  link: { runId: string; no: number } | null;
  importId?: string | null;
  interactionId?: string | null;
  record?: { kind: 'invoice' | 'offer' | 'opportunity'; id: string } | null;
  /** Of an entry from the time when this customer was a lead. */
  leadId?: LeadId | null;
}

/** The newest `limit` entries of a party strictly before a moment, newest first. */
export type TimelineSource = (
  db: Db,
  party: TimelineParty,
  page: { before: Date | null; limit: number },
) => Promise<TimelineItem[]>;

export type Timeline = (
  db: Db,
  party: TimelineParty,
  page: { before: Date | null; limit: number },
) => Promise<TimelineItem[]>;

/** One timeline of several sources. */
export const createTimeline =
  (sources: readonly TimelineSource[]): Timeline =>
  async (db, party, page) => {
    const found = await Promise.all(sources.map((source) => source(db, party, page)));
    return found
      .flat()
      .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
      .slice(0, page.limit);
  };

/** What crm itself knows: when the record was made, and the imports that touched it. */
export const crmTimeline: TimelineSource = async (db, party, { before, limit }) => {
  const { rows } = await sql<TimelineItem>`
    select * from (
      select 'created' as id, created_at as at, 'created' as kind, '{}'::jsonb as params, null::json as link, null::uuid as import_id
      from ${sql.table(party.kind)} as p where id = ${party.id}
        and not exists (select from import_row r where r.party_id = p.id and r.verdict = 'created')
      union all
      select 'import:' || i.id || ':' || r.no, coalesce(i.finished_at, i.beat_at, i.created_at), 'imported',
        jsonb_build_object('file', i.file_name, 'line', r.line, 'verdict', r.verdict), null, i.id
      from import_row r join import i on i.id = r.import_id
      where r.party_id in ${partyIds(party)} and i.entity = ${party.kind} and r.verdict in ('created', 'updated')
        and i.state in ('running', 'finished', 'cancelled', 'failed')
      union all
      select 'merged:' || m.id, m.merged_at, 'merged', jsonb_build_object('name', m.before ->> 'goneName'), null, null
      from party_merge m where m.kept_id = ${party.id} and m.party_kind = ${party.kind} and m.undone_at is null
    ) as entry where ${before}::timestamptz is null or at < ${before}
    order by at desc, id desc limit ${limit}`.execute(db);
  return rows;
};

/** What became of a lead, told of the lead itself. */
const conversionTimeline: TimelineSource = async (db, party, { before, limit }) => {
  if (party.kind !== 'lead') return [];
  const { rows } = await sql<TimelineItem>`
    select 'became_customer' as id, converted_at as at, 'became_customer' as kind, '{}'::jsonb as params, null::json as link
    from lead where id = ${party.id} and converted_at is not null and (${before}::timestamptz is null or converted_at < ${before})
    limit ${limit}`.execute(db);
  return rows;
};

/** A customer's timeline goes on with what happened while he was a lead. */
const asLeads =
  (source: TimelineSource): TimelineSource =>
  async (db, party, page) => {
    if (party.kind === 'lead') return [];
    const became = party.kind === 'contact' ? sql`converted_contact_id` : sql`converted_company_id`;
    const { rows } = await sql<{ id: LeadId }>`select id from lead where ${became} in ${partyIds(party)}`.execute(db);
    const found = await Promise.all(
      rows.map(async ({ id }) => {
        const entries = await source(db, { kind: 'lead', id }, page);
        return entries.map((entry) => ({ ...entry, id: `lead:${id}:${entry.id}`, leadId: id }));
      }),
    );
    return found.flat();
  };

const answer = async (
  { db, timelineSources }: { db: Db; timelineSources: readonly TimelineSource[] },
  party: TimelineParty,
  { before, limit }: { before?: string | undefined; limit: number },
) => {
  const sources = [crmTimeline, conversionTimeline, ...timelineSources];
  const timeline = createTimeline([...sources, ...sources.map(asLeads)]);
  const entries = await timeline(db, party, {
    before: before === undefined ? null : new Date(before),
    limit: limit + 1,
  });
  const page = entries.slice(0, limit);
  const last = page.at(-1);
  return { entries: page, next: entries.length > limit && last ? last.at : null };
};

type TimelineNeeds = { db: Db; timelineSources: readonly TimelineSource[] };

export const getContactTimeline = async (
  needs: TimelineNeeds,
  actor: Actor,
  { id, ...page }: InputOf<typeof api.getContactTimeline>,
) => {
  authorise(actor, 'crm.see');
  const contact = await showContact(needs.db, id);
  return answer(needs, { kind: 'contact', id: contact.id }, page);
};

export const getCompanyTimeline = async (
  needs: TimelineNeeds,
  actor: Actor,
  { id, ...page }: InputOf<typeof api.getCompanyTimeline>,
) => {
  authorise(actor, 'crm.see');
  const company = await showCompany(needs.db, id);
  return answer(needs, { kind: 'company', id: company.id }, page);
};

export const getLeadTimeline = async (
  needs: TimelineNeeds,
  actor: Actor,
  { id, ...page }: InputOf<typeof leadsApi.getLeadTimeline>,
) => {
  authorise(actor, 'crm.see');
  const lead = await showLead(needs.db, id);
  return answer(needs, { kind: 'lead', id: lead.id }, page);
};
