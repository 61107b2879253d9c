import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { AttachmentId, CampaignId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok } from './paging.ts';

/** In bytes, each file. */
export const MAX_CAMPAIGN_FILE = 20_000_000;
export const MAX_CAMPAIGN_FILES = 50;

/** A file kept on a campaign for colleagues: a brief, a contract, a picture. No recipient gets it. */
export const CampaignFile = z.object({
  id: AttachmentId,
  name: z.string(),
  /** In bytes. */
  size: z.number().int(),
  addedBy: z.string(),
  addedAt: Moment,
});
export type CampaignFile = z.output<typeof CampaignFile>;

const tag = 'Campaigns';

/** GET lists; POST takes one file (multipart). */
export const CAMPAIGN_FILES_PATH = '/api/campaigns/:id/files';

export const campaignFilesAddress = (id: CampaignId): string => CAMPAIGN_FILES_PATH.replace(':id', id);

export const listCampaignFiles = endpoint({
  name: 'listCampaignFiles',
  method: 'GET',
  path: CAMPAIGN_FILES_PATH,
  tag,
  summary: 'The files kept on a campaign, the newest first; `GET /api/attachments/:id` brings one',
  input: z.object({ id: CampaignId }),
  output: z.object({ rows: z.array(CampaignFile) }),
});

export const removeCampaignFile = endpoint({
  name: 'removeCampaignFile',
  method: 'DELETE',
  path: '/api/campaigns/:id/files/:fileId',
  tag,
  summary: 'Remove a file from a campaign',
  input: z.object({ id: CampaignId, fileId: AttachmentId }),
  output: Ok,
});
