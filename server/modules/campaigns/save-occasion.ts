import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { saveOccasion as endpoint } from '../../../contract/occasion.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { getCampaignRow } from './campaign.store.ts';
import { fillPlaces } from './give-answer.ts';
import { recordHistory } from './history.store.ts';
import { countPlaced, storeOccasion } from './occasion.store.ts';

type Input = InputOf<typeof endpoint>;

/** What people are invited to. Places that were given are not taken away again. */
export const saveOccasion = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  input: Input,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const { id, ...occasion } = input;
  assertTimes(occasion);
  await db.transaction().execute(async (tx) => {
    const { ownerId } = await getCampaignRow(tx, id, true);
    authorise(actor, 'campaign.edit', { ownerId });
    const placed = await countPlaced(tx, id);
    if (occasion.places !== null && occasion.places < placed) throw new Invalid('places', 'places_taken', { placed });
    const at = clock.now();
    await storeOccasion(tx, id, occasion, at);
    await fillPlaces(tx, id);
    await recordHistory(tx, { campaignId: id, actor, verb: 'occasion_changed', at });
  });
  return { ok: true };
};

const assertTimes = ({ startsAt, endsAt, answerUntil }: Omit<Input, 'id'>): void => {
  if (new Date(endsAt) <= new Date(startsAt)) throw new Invalid('endsAt', 'ends_before_start');
  if (answerUntil !== null && new Date(answerUntil) > new Date(startsAt))
    throw new Invalid('answerUntil', 'answer_after_start');
};
