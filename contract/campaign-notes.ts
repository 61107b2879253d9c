import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CampaignId, CampaignNoteId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok } from './paging.ts';

/** What somebody wrote down for his colleagues about a campaign. */
export const CampaignNote = z.object({
  id: CampaignNoteId,
  body: z.string(),
  author: z.string(),
  at: Moment,
  /** Its author may, and whoever may edit the campaign. */
  mayRemove: z.boolean(),
});
export type CampaignNote = z.output<typeof CampaignNote>;

const tag = 'Campaigns';

export const listCampaignNotes = endpoint({
  name: 'listCampaignNotes',
  method: 'GET',
  path: '/api/campaigns/:id/notes',
  tag,
  summary: 'What colleagues wrote down about a campaign, the newest first',
  input: z.object({ id: CampaignId }),
  output: z.object({ rows: z.array(CampaignNote) }),
});

export const writeCampaignNote = endpoint({
  name: 'writeCampaignNote',
  method: 'POST',
  path: '/api/campaigns/:id/notes',
  tag,
  summary: 'Write something down about a campaign',
  input: z.object({ id: CampaignId, body: z.string().trim().min(1).max(5000) }),
  output: z.object({ id: CampaignNoteId }),
});

export const removeCampaignNote = endpoint({
  name: 'removeCampaignNote',
  method: 'DELETE',
  path: '/api/campaign-notes/:id',
  tag,
  summary: 'Remove a note',
  input: z.object({ id: CampaignNoteId }),
  output: Ok,
});
