import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Variants } from '../../../../contract/content.ts';
import type { ContentVersionId, RunId } from '../../../../contract/ids.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type CampaignForRun, costLinesOf, costOf } from '../../campaigns/index.ts';
import { findAccount } from '../../channels/index.ts';
import { articlesOf } from '../../content/index.ts';
import type { Fingerprint } from '../model/approval.ts';
import type { StoredRun } from '../run.store.ts';
import { chosenAtStart } from '../stage-start.ts';

export const digest = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Its text, and the articles in it as they are now. */
const contentOf = async (db: Db, id: ContentVersionId | null): Promise<string[]> => {
  const { rows } = await sql<{ written: string; variants: Variants }>`
    select md5(default_language || variants::text) as written, variants from content_version where id = ${id}`.execute(
    db,
  );
  if (!rows[0]) return [''];
  const articles = Object.entries(await articlesOf(db, rows[0].variants));
  return [rows[0].written, ...(articles.length > 0 ? [JSON.stringify(articles)] : [])];
};

/** Whom a list goes to, whatever the order of its lines. */
const linesOf = async (db: Db, id: RunId): Promise<string> => {
  const { rows } = await sql<{ lines: string }>`
    select count(*) || ' ' || coalesce(sum(hashtextextended(concat_ws(' ', party_kind, party_id, role, asset_id, address_key), 0)), 0) as lines
    from recipient where run_id = ${id} and verdict = 'planned'`.execute(db);
  return rows[0]!.lines;
};

/** Expected: what belongs to the action, and what belongs to the campaign as a whole. */
const costOfAction = async (db: Db, { campaign, action }: CampaignForRun, planned: number): Promise<number> => {
  const lines = await costLinesOf(db, campaign.id);
  const units = { expected: planned, actual: 0 };
  return lines
    .filter(({ actionId }) => actionId === null || actionId === action.id)
    .reduce((sum, line) => sum + costOf(line, units).total.expectedMinor, 0);
};

type Action = CampaignForRun['action'];

/** What it says, and where its links lead. */
export const messageOf = async (db: Db, { channel, contentVersionId, directLink, utm }: Action): Promise<unknown[]> => {
  const led = directLink === null && utm === null ? [] : [directLink, utm];
  return [channel, ...(await contentOf(db, contentVersionId)), ...led];
};

export const senderOf = async (
  db: Db,
  { sendingAccountId, accountSharing, senderPolicy }: Action,
): Promise<unknown[]> => {
  const account = sendingAccountId ? await findAccount(db, sendingAccountId) : undefined;
  return [account?.id, account?.fromAddress, account?.fromName, accountSharing, senderPolicy];
};

/** Exactly what would be sent now: message, list, sender and cost. `list` is the prepared one; whom an action finds at its start is told by its rules. */
export const fingerprintOf = async (
  db: Db,
  subject: CampaignForRun,
  list: Pick<StoredRun, 'id' | 'planned'> | undefined,
): Promise<Fingerprint> => {
  const { campaign, action } = subject;
  const later = chosenAtStart(subject);
  const costMinor = await costOfAction(db, subject, list?.planned ?? 0);
  const { audience, addressing, sharedAddress } = action;
  return {
    content: digest(...(await messageOf(db, action))),
    audience: digest(later || !list ? [audience, addressing, sharedAddress] : await linesOf(db, list.id)),
    sender: digest(...(await senderOf(db, action)), campaign.ownerId),
    cost: `${costMinor} ${campaign.currency}`,
    planned: later ? null : (list?.planned ?? null),
    costMinor,
  };
};
