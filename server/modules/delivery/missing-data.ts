import { sql } from 'kysely';
import { sells } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type * as api from '../../../contract/missing-data.ts';
import { abandoned } from '../../platform/http/abandoned.ts';
import type { Exchange } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { verdictQuery, withRoom } from '../audiences/index.ts';
import { type CampaignForRun, getCampaignForRun, layoutOfLetters } from '../campaigns/index.ts';
import { findWritten, neededFields, recipientFields } from '../content/index.ts';
import { findGenerated } from './forecast.views.ts';
import { type Asked, countMissing, pageOfMissing } from './missing-data.views.ts';
import { type PlanningNeeds, planningOf, termsOf } from './planning.ts';

const NOBODY = { planned: 0, fields: [] };

export const countMissingData = async (
  needs: PlanningNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.countMissingData>,
  exchange: Exchange,
): Promise<OutputOf<typeof api.countMissingData>> => {
  authorise(actor, 'campaign.see');
  const asked = await askedOf(needs, await getCampaignForRun(needs.db, id));
  if (asked === null || asked.needed.length === 0) return NOBODY;
  const { planned, missing } = await withRoom(needs.db, (tx) => countMissing(tx, asked), abandoned(exchange));
  const fields = asked.needed
    .map(({ field }, at) => ({ field, missing: missing[at] ?? 0 }))
    .filter((one) => one.missing > 0)
    .sort((a, b) => b.missing - a.missing);
  return { planned, fields };
};

export const listMissingData = async (
  needs: PlanningNeeds,
  actor: Actor,
  { id, field, ...page }: InputOf<typeof api.listMissingData>,
  exchange: Exchange,
): Promise<OutputOf<typeof api.listMissingData>> => {
  authorise(actor, 'campaign.see');
  authorise(actor, 'crm.see');
  const asked = await askedOf(needs, await getCampaignForRun(needs.db, id));
  if (asked === null) return { rows: [], next: null, total: 0 };
  const needed = asked.needed.filter((one) => one.field === field);
  return withRoom(needs.db, (tx) => pageOfMissing(tx, { ...asked, needed }, page), abandoned(exchange));
};

/** Null where nothing is written. */
const askedOf = async (needs: PlanningNeeds, subject: CampaignForRun): Promise<Asked | null> => {
  const { db } = needs;
  const { action } = subject;
  if (action.contentVersionId === null || sells(action.channel)) return null;
  const version = await findWritten(db, action.contentVersionId);
  if (version === undefined) return null;
  const layout = await layoutOfLetters(db, action);
  const merged = { ...version, channel: action.channel, layout, report: action.report };
  return {
    lines: await linesOf(needs, subject),
    needed: neededFields(merged, await recipientFields(db)),
    written: Object.keys(version.variants) as Language[],
    defaultLanguage: version.defaultLanguage,
  };
};

/** The list as it is generated, or as it would be now. */
const linesOf = async (needs: PlanningNeeds, subject: CampaignForRun): Promise<Asked['lines']> => {
  const { db } = needs;
  const list = await findGenerated(db, subject.action.id);
  if (list) return sql`select * from recipient where run_id = ${list.id}`;
  return verdictQuery(await planningOf(needs, db, subject, 'all', await termsOf(db, subject)));
};
