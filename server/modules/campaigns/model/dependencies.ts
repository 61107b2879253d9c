import type { Audience } from '../../../../contract/audience.ts';

/** What a stage is built on: the actions whose group it copies. */
interface Stage {
  id: string;
  audience: Audience;
}

/** The actions of its campaign that a stage waits for or draws on. */
export const foundationsOf = ({ audience: { copyOf } }: Stage): string[] =>
  copyOf !== null && 'actionId' in copyOf ? [copyOf.actionId] : [];

export const dependantsOf = <S extends Stage>(stages: readonly S[], id: string): S[] =>
  stages.filter((stage) => stage.id !== id && foundationsOf(stage).includes(id));

/** Whether following what each stage is built on leads back to it. */
export const isCircular = (stages: readonly Stage[], from: string): boolean => {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const stage = stages.find((one) => one.id === id);
    for (const foundation of stage ? foundationsOf(stage) : []) {
      if (foundation === from) return true;
      if (!seen.has(foundation)) open.push(foundation);
      seen.add(foundation);
    }
  }
  return false;
};
