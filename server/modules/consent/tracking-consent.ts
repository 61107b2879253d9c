import { type RawBuilder, sql } from 'kysely';
import type * as api from '../../../contract/consent.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Actor, authorise, userName } from '../access/index.ts';
import { partyKeys } from './party-keys.ts';

interface Party {
  kind: string;
  id: string;
}

const lastDecision = (kind: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  sql`(select c.decision from tracking_consent c where c.party_id = ${id} and c.party_kind = ${kind} order by c.id desc limit 1)`;

/** Whether the opens and clicks of a party may be noticed now: by the company's rule and by what the party said. */
export const mayTrack = (kind: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  (case (select tracking from installation) when 'everyone' then ${lastDecision(kind, id)} is distinct from 'withdrawn'
    when 'consented' then ${lastDecision(kind, id)} is not distinct from 'given' else false end)`;

export const isTracked = async (db: Db, { kind, id }: Party): Promise<boolean> => {
  const { rows } = await sql<{ yes: boolean }>`select ${mayTrack(sql`${kind}::text`, sql`${id}::uuid`)} as yes`.execute(
    db,
  );
  return rows[0]?.yes ?? false;
};

export interface TrackingDecision {
  decision: 'given' | 'withdrawn';
  wording: string;
  source: string;
  evidence: Record<string, unknown>;
  recordedBy: string | null;
  at: Date;
}

/** Appends what the parties say; with `unlessSaid` only for those who never said anything: an import brings back nobody. */
export const writeTrackingConsent = async (
  db: Db | Tx,
  parties: readonly Party[],
  { decision, wording, source, evidence, recordedBy, at }: TrackingDecision,
  { unlessSaid = false } = {},
): Promise<void> => {
  await sql`
    insert into tracking_consent (party_kind, party_id, decision, wording, source, evidence, recorded_by, at)
    select kind, id, ${decision}, ${wording}, ${source}, ${JSON.stringify(evidence)}::jsonb, ${recordedBy}::uuid, ${at}
    from unnest(${parties.map(({ kind }) => kind)}::text[], ${parties.map(({ id }) => id)}::uuid[]) as said (kind, id)
    where not ${unlessSaid}::boolean or not exists (select from tracking_consent c where c.party_id = said.id and c.party_kind = said.kind)`.execute(
    db,
  );
};

/** By hand, as the person says it: a withdrawal also stops what links sent before would tell. */
export const recordTrackingConsent = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { kind, id, decision, wording, source, evidence }: InputOf<typeof api.recordTrackingConsent>,
): Promise<{ ok: true }> => {
  authorise(actor, 'consent.edit');
  if (decision === 'given' && wording === '') throw new Invalid('wording', 'wording_needed');
  await partyKeys(db, { kind, id });
  const note = evidence === '' ? {} : { note: evidence };
  const said = { decision, wording, source, evidence: note, recordedBy: actor.userId, at: clock.now() };
  await writeTrackingConsent(db, [{ kind, id }], said);
  return { ok: true };
};

type Shown = Omit<api.TrackingConsent, 'record'> & {
  record: (Omit<NonNullable<api.TrackingConsent['record']>, 'at'> & { at: string }) | null;
};

/** What holds for a party and why: the company's rule, and the last thing the party said. */
export const showTrackingConsent = async (db: Db, { kind, id }: Party): Promise<Shown> => {
  const { rows } = await sql<Shown>`
    select coalesce((select tracking from installation), 'nobody') as rule, ${mayTrack(sql`${kind}::text`, sql`${id}::uuid`)} as tracked,
      (select json_build_object('decision', c.decision, 'wording', c.wording, 'source', c.source,
        'evidence', coalesce(c.evidence ->> 'note', ''), 'recordedBy', ${userName(sql`c.recorded_by`)}, 'at', c.at)
        from tracking_consent c where c.party_id = ${id} and c.party_kind = ${kind} order by c.id desc limit 1) as record`.execute(
    db,
  );
  return rows[0] as Shown;
};
