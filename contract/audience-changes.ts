import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ActionId, AssetId, PartyId, RunId } from './ids.ts';
import { PageInput, pageOf } from './paging.ts';
import { Line, PartyKind, Reason, Run } from './runs.ts';

/**
 * Why somebody joined or left: `rule` its conditions hold or fail now, `edited` the rules themselves are other ones, `gate` one of the reasons to leave out,
 * `hand` added by hand or brought in as a list (or that was taken back), `copy` the copied group, `made` the record is new, `gone` it was deleted, `people` the people of
 * the firm, `terms` the way of addressing.
 */
export const CHANGE_CAUSES = ['rule', 'edited', 'gate', 'hand', 'copy', 'made', 'gone', 'people', 'terms'] as const;
export const ChangeCause = z.enum(CHANGE_CAUSES);
export type ChangeCause = z.output<typeof ChangeCause>;

const Because = z.object({
  cause: ChangeCause,
  /** Of a gate. */
  reason: Reason.nullable(),
  /** The conditions that made it so, each as a sentence; several where it took all of them, or where any of them may have been it. */
  rules: z.array(z.string()),
});
export type Because = z.output<typeof Because>;

export const CHANGE_SIDES = ['joined', 'left'] as const;
export const ChangeSide = z.enum(CHANGE_SIDES);
export type ChangeSide = z.output<typeof ChangeSide>;

const Asked = z.object({
  id: ActionId,
  /** The list to compare with; left out: the one being prepared, else the last distribution of the action, else of its campaign. */
  since: RunId.optional(),
});

export const audienceChanges = endpoint({
  name: 'audienceChanges',
  method: 'GET',
  path: '/api/actions/:id/changes',
  tag: 'Runs',
  summary:
    'How many would join and leave an action’s list since an earlier one, by what made them do so; writes nothing',
  input: Asked,
  output: z.object({
    /** Null when there is no earlier list. */
    since: Run.pick({ id: true, actionId: true, state: true, generatedAt: true, sealedAt: true }).nullable(),
    joined: z.number().int(),
    left: z.number().int(),
    causes: z.array(Because.extend({ key: z.string(), side: ChangeSide, lines: z.number().int() })),
  }),
});

export const listAudienceChanges = endpoint({
  name: 'listAudienceChanges',
  method: 'GET',
  path: '/api/actions/:id/changes/lines',
  tag: 'Runs',
  summary: 'Who would join or leave, each with what made him do so',
  input: PageInput.extend({
    ...Asked.shape,
    side: ChangeSide,
    /** Only those with this cause, by its `key`. */
    cause: z.string().max(64).optional(),
  }),
  output: pageOf(
    Because.extend({
      partyKind: PartyKind,
      partyId: PartyId,
      role: Line.shape.role,
      assetId: AssetId.nullable(),
      name: z.string(),
      address: z.string().nullable(),
    }),
  ),
});
