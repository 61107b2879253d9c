import type { DuplicateChange, Schedule } from '../../../../contract/campaigns.ts';

export interface OriginalFacts {
  code: string;
  state: string;
  ownerName: string;
  startsOn: string | null;
  endsOn: string | null;
  results: string;
  actions: readonly { name: string; schedule: Schedule; handPicks: number; hasAudience: boolean }[];
  costs: number;
  revenue: number;
  activities: number;
  files: number;
  sent: number;
}

export interface CopyFacts {
  code: string;
  ownerName: string;
  recipients: 'same' | 'other';
}

type What = DuplicateChange['what'];

const change = (what: What, before: string, after: string | null, action: string | null = null): DuplicateChange => ({
  what,
  action,
  before,
  after,
});

/** What stays with the original, where there is any of it. */
const leftBehind = (what: What, count: number): DuplicateChange[] =>
  count > 0 ? [change(what, String(count), null)] : [];

/** O48: everything that is otherwise in the copy, in the order of the campaign’s page; what is not named is the same. */
export const changesOfCopy = (original: OriginalFacts, copy: CopyFacts): DuplicateChange[] => [
  change('code', original.code, copy.code),
  ...(original.ownerName === copy.ownerName ? [] : [change('owner', original.ownerName, copy.ownerName)]),
  ...(original.state === 'preparing' ? [] : [change('state', original.state, 'preparing')]),
  ...(original.startsOn === null ? [] : [change('startsOn', original.startsOn, null)]),
  ...(original.endsOn === null ? [] : [change('endsOn', original.endsOn, null)]),
  ...(original.results === '' ? [] : [change('results', original.results, null)]),
  ...original.actions.flatMap(({ name, schedule, handPicks, hasAudience }) => [
    ...(copy.recipients === 'other' && hasAudience ? [change('recipients', '', null, name)] : []),
    ...(handPicks > 0 ? [change('handPicks', String(handPicks), null, name)] : []),
    ...(schedule.kind === 'at' ? [change('schedule', schedule.at, null, name)] : []),
  ]),
  ...leftBehind('costs', original.costs),
  ...leftBehind('revenue', original.revenue),
  ...leftBehind('activities', original.activities),
  ...leftBehind('files', original.files),
  ...leftBehind('sent', original.sent),
];
