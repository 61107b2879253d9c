import type * as api from '../../../contract/consent.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import type { ImportHooks } from '../crm/index.ts';
import { partyKeys } from './party-keys.ts';
import { recordConsents } from './record-consents.ts';
import { assertTopicInUse } from './topics.ts';
import { writeTrackingConsent } from './tracking-consent.ts';

/** By hand, as the person says it: it holds for whatever address he has, and overrules what he said before. */
export const recordConsent = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { kind, id, topicId, channels, decision, wording, source, evidence }: InputOf<typeof api.recordConsent>,
): Promise<{ ok: true }> => {
  authorise(actor, 'consent.edit');
  if (decision === 'given' && wording === '') throw new Invalid('wording', 'wording_needed');
  await partyKeys(db, { kind, id });
  if (decision === 'given') await assertTopicInUse(db, topicId);
  const row = { partyKind: kind, partyId: id, addressKey: '', topicId, decision, wording, source, at: clock.now() };
  const rows = [...new Set(channels)].map((channel) => ({
    ...row,
    channel,
    evidence: evidence === '' ? {} : { note: evidence },
    recordedBy: actor.userId,
  }));
  await db.transaction().execute((tx) => recordConsents(tx, rows, { overrules: true }));
  return { ok: true };
};

/** Consent that an import brings along: it never brings back who has left. */
export const recordImportedConsent =
  (clock: Clock): ImportHooks['recordConsent'] =>
  async (tx, { parties, importId, topicId, channel, wording, source, tracking, recordedBy }) => {
    const at = clock.now();
    const rows = parties.map(({ kind, id, addressKey }) => ({
      partyKind: kind,
      partyId: id,
      addressKey,
      channel,
      topicId,
      decision: 'given' as const,
      wording,
      source,
      evidence: { importId },
      recordedBy,
      at,
    }));
    await recordConsents(tx, rows, { overrules: false });
    if (!tracking) return;
    const said = { decision: 'given' as const, wording, source, evidence: { importId }, recordedBy, at };
    await writeTrackingConsent(tx, parties, said, { unlessSaid: true });
  };
