import { sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { OfferId } from '../../../contract/ids.ts';
import type * as api from '../../../contract/offers.ts';
import type { Config } from '../../config/config.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { todayOf } from '../catalogue/index.ts';
import { pageOfOffers, type ShownOffer, showOffer } from './offer.views.ts';
import { signedPage } from './signed-page.ts';

interface Needs {
  db: Db;
  clock: Clock;
  config: Pick<Config, 'baseUrl' | 'secret'>;
}
type WithPage = ShownOffer & { pageUrl: string };

const PAGE = signedPage('offer');
export const offerPath = PAGE.pathOf;

const shown = async (needs: Needs, id: string): Promise<WithPage> => ({
  ...(await showOffer(needs.db, id, await todayOf(needs.db, needs.clock))),
  pageUrl: `${needs.config.baseUrl}${offerPath(needs, id)}`,
});

export const listOffers = async ({ db, clock }: Needs, actor: Actor, input: InputOf<typeof api.listOffers>) => {
  authorise(actor, 'sales.see');
  return pageOfOffers(db, input, await todayOf(db, clock));
};

export const getOffer = async (needs: Needs, actor: Actor, { id }: InputOf<typeof api.getOffer>): Promise<WithPage> => {
  authorise(actor, 'sales.see');
  return shown(needs, id);
};

/** What the recipient said elsewhere is written down, or the offer is taken back; an answer that was given stays. */
export const answerOffer = async (
  needs: Needs,
  actor: Actor,
  { id, state, note }: InputOf<typeof api.answerOffer>,
): Promise<WithPage> => {
  authorise(actor, 'sales.edit');
  const change = { state, note: note ?? null, by: null, at: needs.clock.now(), today: null };
  if (!(await storeAnswer(needs.db, id, change))) {
    await showOffer(needs.db, id, await todayOf(needs.db, needs.clock));
    throw new Conflict('offer_answered');
  }
  return shown(needs, id);
};

interface OfferAnswer {
  state: 'accepted' | 'declined' | 'withdrawn';
  note: string | null;
  /** The name given on the page; null: written down by the company. */
  by: string | null;
  at: Date;
  /** Not after its last day; null: whenever. */
  today: string | null;
}

/** False when it is no longer open: of two answers the first holds. */
export const storeAnswer = async (db: Db, id: OfferId | string, answer: OfferAnswer): Promise<boolean> => {
  const { state, note, by, at, today } = answer;
  const { numAffectedRows } = await sql`
    update offer set state = ${state}, answer_note = ${note}, answered_by = ${by},
      answered_at = case when ${state} = 'withdrawn' then null else ${at}::timestamptz end, updated_at = ${at}
    where id = ${id} and state = 'open' and (${today}::date is null or valid_until >= ${today}::date)`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
};

/** The offer that a signed address names; null for any other address. */
export const findSignedOffer = async (needs: Needs, named: { id: string; signature: string }) =>
  PAGE.find(needs, named, async (id) => showOffer(needs.db, id, await todayOf(needs.db, needs.clock)));
