import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Ids } from '../../platform/ids.ts';
import type { FieldRegistry } from './field-registry.ts';
import type { SegmentUseSource } from './segment-uses.ts';

export interface SegmentNeeds {
  db: Db;
  ids: Ids;
  clock: Clock;
  ruleFields: FieldRegistry;
  segmentUses: readonly SegmentUseSource[];
}
