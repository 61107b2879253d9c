import type { InputOf } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import type * as api from '../../../contract/segments.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { pageOfSegments, showSegment } from './segment.views.ts';
import type { SegmentNeeds } from './segment-needs.ts';
import { usesOf } from './segment-uses.ts';

export const getSegment = async (
  { db, segmentUses }: Pick<SegmentNeeds, 'db' | 'segmentUses'>,
  actor: Actor,
  { id }: InputOf<typeof api.getSegment>,
): Promise<api.Segment> => {
  authorise(actor, 'segment.see');
  return { ...(await showSegment(db, id)), uses: await usesOf(db, segmentUses, id) };
};

export const listSegments = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listSegments>,
): Promise<Page<api.SegmentRow>> => {
  authorise(actor, 'segment.see');
  return pageOfSegments(db, input);
};
