import { sizeUnderWay } from '../../../contract/attachments.ts';
import { selectsSomebody } from '../../../contract/audience.ts';
import { sells } from '../../../contract/campaigns.ts';
import type { LayoutDesign } from '../../../contract/layouts.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { listHandPicks } from '../audiences/index.ts';
import { dayAt } from '../catalogue/index.ts';
import { findAccount, type StoredAccount } from '../channels/index.ts';
import { articlesNamed, embeddedWeights, findWritten, loadContentVersion } from '../content/index.ts';
import { asksForWork, hasInteractionTypes } from '../crm/index.ts';
import type { StoredAction } from './action.store.ts';
import type { StoredCampaign } from './campaign.store.ts';
import { layoutOfLetters, unprintable } from './letters/letter-plan.ts';
import { type LaunchFacts, launchProblems } from './model/launchable.ts';
import { hindranceOf } from './sales-plan.ts';

/** What the action still lacks before it can go. */
export const problemsOf = async (db: Db, campaign: StoredCampaign, action: StoredAction, now: Date) => {
  const problems = launchProblems(await factsOf(db, campaign, action, now));
  return problems.map((problem) => ({ actionId: action.id, ...problem }));
};

/** What keeps a message of a track from being sent: not to whom or when, which the tracks say, and not the state of the campaign. */
export const messageProblemsOf = async (db: Db, campaign: StoredCampaign, action: StoredAction, now: Date) =>
  (await problemsOf(db, campaign, action, now)).filter(
    ({ stop, field }) => field !== 'state' && stop !== 'who' && stop !== 'when',
  );

const factsOf = async (db: Db, campaign: StoredCampaign, action: StoredAction, now: Date): Promise<LaunchFacts> => ({
  campaign: { ...campaign, archivedAt: campaign.archivedAt?.toISOString() ?? null },
  action,
  audienceChosen: selectsSomebody(action.audience) || (await somebodyPicked(db, action)),
  content: await contentOf(db, action),
  account: await accountOf(db, action),
  typed: action.interactionTypeId !== null || !(await hasInteractionTypes(db)),
  asksForWork: action.interactionTypeId !== null && (await asksForWork(db, action.interactionTypeId)),
  unsellable: sells(action.channel) ? await hindranceOf(db, action, campaign.currency, await dayAt(db, now)) : null,
  unprintable: await unprintable(db, action),
  reported: await isReported(db, action),
  now,
});

const somebodyPicked = async (db: Db, action: StoredAction): Promise<boolean> =>
  (await listHandPicks(db, action.id)).some(({ pick }) => pick === 'added');

const contentOf = async (db: Db, action: StoredAction): Promise<LaunchFacts['content']> => {
  const version = action.contentVersionId ? await findWritten(db, action.contentVersionId) : undefined;
  if (version === undefined) return null;
  const layout = await layoutOfLetters(db, action);
  const weights = await embeddedWeights(db, version);
  const variants = Object.entries(version.variants).map(([language, variant]) => {
    const { subject = '', html = '', text } = variant;
    const articles = articlesNamed({ [language]: variant }).map((no) => version.articles[no]?.body ?? '');
    const body = [html, text ?? '', ...articles].join('');
    const pictures = weights[language as Language] ?? 0;
    const along = (variant.attachments ?? []).reduce((sum, file) => sum + sizeUnderWay(file), pictures);
    const report = action.report ? variant.report : null;
    const around = wordsOf(report ? version.layouts[report.layoutId] : layout);
    const besides = [report?.title, report?.text, around].join('\n');
    return { language, subject, body, besides, bytes: along === 0 ? 0 : along + Buffer.byteLength(body) };
  });
  return { variants };
};

/** What a layout says around a text. */
const wordsOf = (layout: LayoutDesign | null | undefined): string =>
  layout ? [...layout.facts.map(({ value }) => value), layout.closing].join('\n') : '';

const isReported = async (db: Db, { channel, report, contentVersionId }: StoredAction): Promise<boolean> => {
  if (channel !== 'email' || !report || contentVersionId === null) return true;
  const { variants, defaultLanguage } = await loadContentVersion(db, contentVersionId);
  return variants[defaultLanguage]?.report != null;
};

const isUsable = (account: StoredAccount | undefined): boolean =>
  account !== undefined && account.archivedAt === null && account.pausedAt === null;

/** One that may send is enough. */
const accountOf = async (db: Db, action: StoredAction): Promise<LaunchFacts['account']> => {
  const account = action.sendingAccountId ? await findAccount(db, action.sendingAccountId) : undefined;
  if (account === undefined) return null;
  const others = await Promise.all((action.accountSharing?.others ?? []).map(({ id }) => findAccount(db, id)));
  const limits = [account, ...others].flatMap((one) => one?.sizeLimit ?? []);
  const sizeLimit = limits.length > 0 ? Math.min(...limits) : null;
  return { name: account.name, usable: [account, ...others].some(isUsable), sizeLimit };
};
