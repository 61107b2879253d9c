import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/segments.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { abandoned } from '../../platform/http/abandoned.ts';
import type { Exchange } from '../../platform/http/route.ts';
import { type Actor, authorise, findInstallation } from '../access/index.ts';
import { compileRule } from './compile-rule.ts';
import type { FieldRegistry } from './field-registry.ts';
import { loadTree, type RuleToLoad } from './load-rules.ts';
import { dayIn } from './model/day.ts';
import { withRoom } from './room.ts';
import { showSegment } from './segment.views.ts';
import { countWhere, sampleWhere } from './selection.views.ts';

interface PreviewNeeds {
  db: Db;
  clock: Clock;
  ruleFields: FieldRegistry;
}

const conditionOf = async ({ db, clock, ruleFields }: PreviewNeeds, rule: RuleToLoad) => {
  const rules = await loadTree(db, ruleFields, rule);
  const installation = await findInstallation(db);
  const today = dayIn(clock.now(), installation?.timeZone ?? 'UTC');
  return compileRule(rule.rule, rule.partyKind, { ...rules, today });
};

/** Whom a rule selects now: how many, and the first of them. */
export const previewSegment = async (
  needs: PreviewNeeds,
  actor: Actor,
  { partyKind, rule, segmentId }: InputOf<typeof api.previewSegment>,
  exchange?: Exchange,
): Promise<OutputOf<typeof api.previewSegment>> => {
  authorise(actor, 'segment.see');
  authorise(actor, 'crm.see');
  const started = performance.now();
  const condition = await conditionOf(needs, { partyKind, rule, ...(segmentId && { id: segmentId }) });
  const { count, sample } = await withRoom(
    needs.db,
    async (tx) => ({
      count: await countWhere(tx, partyKind, condition),
      sample: await sampleWhere(tx, partyKind, condition),
    }),
    exchange && abandoned(exchange),
  );
  return {
    count,
    sample: sample as OutputOf<typeof api.previewSegment>['sample'],
    ms: Math.round(performance.now() - started),
  };
};

export const countSegment = async (
  needs: PreviewNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.countSegment>,
): Promise<{ count: number }> => {
  authorise(actor, 'segment.see');
  const segment = await showSegment(needs.db, id);
  const condition = await conditionOf(needs, segment);
  return { count: await withRoom(needs.db, (tx) => countWhere(tx, segment.partyKind, condition)) };
};
