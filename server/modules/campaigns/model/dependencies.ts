import type { Audience } from '../../../../contract/audience.ts';
import type { Schedule } from '../../../../contract/campaigns.ts';

/** What a stage is built on: the action whose group it copies, the one it waits for. */
interface Stage {
  id: string;
  audience: Audience;
  schedule: Schedule;
}

/** The actions of its campaign that a stage waits for or draws on. */
export const foundationsOf = ({ audience: { copyOf }, schedule }: Stage): string[] => [
  ...(copyOf !== null && 'actionId' in copyOf ? [copyOf.actionId] : []),
  ...(schedule.kind === 'after' ? [schedule.actionId] : []),
];

/** What a stage comes after, and why. */
export interface Foundation {
  actionId: string;
  by: 'time' | 'group' | 'rule';
  hours: number | null;
}

/** Everything a stage is built on, each with its reason. */
export const reasonsOf = (stage: Stage, others: readonly Pick<Stage, 'id'>[]): Foundation[] => {
  const { audience, schedule, id } = stage;
  const { copyOf } = audience;
  const rule = JSON.stringify(audience.rule);
  const asked = others.filter((other) => other.id !== id && rule.includes(`"${other.id}"`));
  return [
    ...(schedule.kind === 'after' ? [{ actionId: schedule.actionId, by: 'time' as const, hours: schedule.hours }] : []),
    ...(copyOf !== null && 'actionId' in copyOf
      ? [{ actionId: copyOf.actionId, by: 'group' as const, hours: null }]
      : []),
    ...asked.map((other) => ({ actionId: other.id, by: 'rule' as const, hours: null })),
  ];
};

/** A rule of the stage may ask what became of another, too. */
const isBuiltOn = (stage: Stage, id: string): boolean =>
  foundationsOf(stage).includes(id) || JSON.stringify(stage.audience.rule).includes(`"${id}"`);

export const dependantsOf = <S extends Stage>(stages: readonly S[], id: string): S[] =>
  stages.filter((stage) => stage.id !== id && isBuiltOn(stage, id));

const hasNoEnd = ({ schedule }: Stage): boolean =>
  schedule.kind === 'recurring' && schedule.rule.until === null && schedule.rule.count === null;

/** A stage that waits for a series which is never done, or is itself one that another waits for: it would wait for good. */
export const waitsForGood = (stages: readonly Stage[], id: string): boolean =>
  stages.some(({ id: waiting, schedule }) => {
    if (schedule.kind !== 'after' || (waiting !== id && schedule.actionId !== id)) return false;
    const first = stages.find((one) => one.id === schedule.actionId);
    return first !== undefined && hasNoEnd(first);
  });

/** Whether following what each stage is built on leads back to it. */
export const isCircular = (stages: readonly Stage[], from: string): boolean => {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const stage = stages.find((one) => one.id === id);
    for (const { id: foundation } of stages.filter((other) => stage !== undefined && isBuiltOn(stage, other.id))) {
      if (foundation === from) return true;
      if (!seen.has(foundation)) open.push(foundation);
      seen.add(foundation);
    }
  }
  return false;
};
