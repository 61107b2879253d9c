import { createHash } from 'node:crypto';
import type {
  audienceChanges as changesEndpoint,
  listAudienceChanges as listEndpoint,
} from '../../../contract/audience-changes.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { AssetId } from '../../../contract/ids.ts';
import type { Language } from '../../../contract/messages/languages.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { abandoned } from '../../platform/http/abandoned.ts';
import { languageOf } from '../../platform/http/problem.ts';
import type { Exchange } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { type AskedBoth, askBoth, type ToldBecause, tellBecause, withRoom } from '../audiences/index.ts';
import { getCampaignForRun } from '../campaigns/index.ts';
import { type ChangePattern, countChanges, readChanges } from './audience-changes.views.ts';
import { earlierQuestion } from './earlier-question.ts';
import { circumstancesOf, type PlanningNeeds, planningOf, termsOf } from './planning.ts';
import { findListToCompare, getRunRow, type StoredRun } from './run.store.ts';

type Changes = OutputOf<typeof changesEndpoint>;
type Asked = Pick<InputOf<typeof listEndpoint>, 'id' | 'since'>;

interface Comparison {
  run: StoredRun;
  asked: AskedBoth;
}

/** What the earlier list answered beside what the action would plan now, as if neither that list nor any after it had been sent. */
const compare = async (needs: PlanningNeeds, db: Db, { id, since }: Asked): Promise<Comparison | null> => {
  const subject = await getCampaignForRun(db, id);
  const { campaign, action } = subject;
  const run = since
    ? await getRunRow(db, since)
    : await findListToCompare(db, { actionId: action.id, campaignId: campaign.id });
  if (run === undefined) return null;
  if (run.campaignId !== campaign.id) throw new NotFound('run');
  const terms = await termsOf(db, subject);
  const { rules } = await planningOf(needs, db, subject, run.scope, terms);
  const now = { ...(await circumstancesOf(needs, db, subject, { scope: run.scope, terms, as: run })), rules };
  return { run, asked: await askBoth(db, (await earlierQuestion(needs, db, run)).question, now) };
};

const keyOf = (side: string, { cause, reason, rules }: ToldBecause): string =>
  createHash('sha256')
    .update(JSON.stringify([side, cause, reason, rules]))
    .digest('hex')
    .slice(0, 24);

interface ToldPattern extends ChangePattern {
  because: ToldBecause;
  key: string;
}

const toldPatterns = (asked: AskedBoth, patterns: ChangePattern[], language: Language): ToldPattern[] => {
  const tell = tellBecause(asked, language);
  return patterns.map((pattern) => {
    const because = tell(pattern);
    return { ...pattern, because, key: keyOf(pattern.side, because) };
  });
};

const summed = (patterns: readonly ToldPattern[]): Changes['causes'] => {
  const causes = new Map<string, Changes['causes'][number]>();
  for (const { key, side, because, lines } of patterns) {
    const known = causes.get(key);
    if (known) known.lines += lines;
    else causes.set(key, { key, side, ...because, lines });
  }
  return [...causes.values()].sort((one, other) => other.lines - one.lines || (one.key < other.key ? -1 : 1));
};

/** Who joined and who left since an earlier list, counted by what made them do so. */
export const audienceChanges = async (
  needs: PlanningNeeds,
  actor: Actor,
  input: InputOf<typeof changesEndpoint>,
  exchange: Exchange,
): Promise<Changes> => {
  authorise(actor, 'campaign.see');
  const found = await compare(needs, needs.db, input);
  if (found === null) return { since: null, joined: 0, left: 0, causes: [] };
  const { run, asked } = found;
  const patterns = await withRoom(needs.db, (tx) => countChanges(tx, run, asked), abandoned(exchange));
  const causes = summed(toldPatterns(asked, patterns, languageOf(exchange.request)));
  const sum = (side: string) => causes.reduce((total, one) => total + (one.side === side ? one.lines : 0), 0);
  const { id, actionId, state, generatedAt, sealedAt } = run;
  const since = {
    id,
    actionId,
    state,
    generatedAt: generatedAt?.toISOString() ?? null,
    sealedAt: sealedAt?.toISOString() ?? null,
  };
  return { since, joined: sum('joined'), left: sum('left'), causes };
};

/** The same, one by one. */
export const listAudienceChanges = async (
  needs: PlanningNeeds,
  actor: Actor,
  input: InputOf<typeof listEndpoint>,
  { request }: Exchange,
): Promise<OutputOf<typeof listEndpoint>> => {
  authorise(actor, 'campaign.see');
  const { side, cause, search, limit } = input;
  if (input.after !== undefined && !/^\d{1,9}$/.test(input.after))
    throw new Invalid('after', 'invalid', { reason: 'cursor' });
  const found = await compare(needs, needs.db, input);
  if (found === null) return { rows: [], next: null, total: 0 };
  const { run, asked } = found;
  const language = languageOf(request);
  const after = Number(input.after ?? 0);
  const { rows, total } = await withRoom(needs.db, async (tx) => {
    const alike =
      cause && toldPatterns(asked, await countChanges(tx, run, asked), language).filter(({ key }) => key === cause);
    const patterns = alike ? alike.map(({ pattern }) => pattern) : null;
    return readChanges(tx, run, asked, { side, patterns, search }, { after, limit });
  });
  const tell = tellBecause(asked, language);
  return {
    rows: rows.map((row) => ({
      ...tell(row),
      partyKind: row.partyKind,
      partyId: row.id,
      role: row.role,
      assetId: row.assetId as AssetId | null,
      name: row.name || row.address || '',
      address: row.address,
    })),
    next: after + rows.length < total ? String(after + rows.length) : null,
    total,
  };
};
