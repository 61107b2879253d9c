import { listChannel } from '../../server/modules/channels/list/list-channel.ts';
import type { IssuingCase } from './channel-case.ts';

export const listCase: IssuingCase = {
  shape: 'issue',
  channel: listChannel,
  furnish: async () => undefined,
  documents: null,
};
