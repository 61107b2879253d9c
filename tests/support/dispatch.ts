import type { RunId, SendingAccountId } from '../../contract/ids.ts';
import type { Dispatch } from '../../server/modules/channels/index.ts';
import { NO_ADDRESSES } from './no-addresses.ts';

/** What a run of a ready campaign is told to a channel that carries. */
export const dispatchOf = (
  { campaignId, contentVersionId }: Pick<Dispatch, 'campaignId' | 'contentVersionId'>,
  sendingAccountId: SendingAccountId,
): Dispatch => ({
  runId: '202611000000001' as RunId,
  campaignId,
  campaignCode: 'C-7',
  campaignName: 'Spring',
  contentVersionId,
  sendingAccountId,
  purposeClass: 'marketing',
  topicName: 'News',
  addresses: NO_ADDRESSES,
  utm: null,
  report: false,
  document: null,
  on: new Date('2026-11-03T10:00:00Z'),
  test: false,
});
