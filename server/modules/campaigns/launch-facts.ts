import { sql } from 'kysely';
import { selectsSomebody } from '../../../contract/audience.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { StoredAction } from './action.store.ts';
import type { StoredCampaign } from './campaign.store.ts';
import { type LaunchFacts, launchProblems } from './model/launchable.ts';

/** What the action still lacks before it can go. */
export const problemsOf = async (db: Db, campaign: StoredCampaign, action: StoredAction, now: Date) =>
  launchProblems({
    campaign: { ...campaign, archivedAt: campaign.archivedAt?.toISOString() ?? null },
    action,
    audienceChosen: selectsSomebody(action.audience) || (await somebodyPicked(db, action)),
    content: await contentOf(db, action),
    account: await accountOf(db, action),
    now,
  });

const somebodyPicked = async (db: Db, action: StoredAction): Promise<boolean> => {
  const picked = await db
    .selectFrom('handPick')
    .select('partyId')
    .where('actionId', '=', action.id)
    .where('pick', '=', 'added')
    .limit(1)
    .execute();
  return picked.length > 0;
};

const contentOf = async (db: Db, action: StoredAction): Promise<LaunchFacts['content']> => {
  if (action.contentVersionId === null) return null;
  const { rows } = await sql<{ language: string; subject: string; body: string }>`
    select variant.key as language, coalesce(variant.value ->> 'subject', '') as subject,
      coalesce(variant.value ->> 'html', '') || coalesce(variant.value ->> 'text', '') as body
    from content_version v, jsonb_each(v.variants) variant
    where v.id = ${action.contentVersionId}`.execute(db);
  return { variants: rows };
};

const accountOf = async (db: Db, action: StoredAction): Promise<LaunchFacts['account']> => {
  if (action.sendingAccountId === null) return null;
  const account = await db
    .selectFrom('sendingAccount')
    .select(['name', 'archivedAt', 'pausedAt'])
    .where('id', '=', action.sendingAccountId)
    .executeTakeFirst();
  return account ? { name: account.name, usable: account.archivedAt === null && account.pausedAt === null } : null;
};
