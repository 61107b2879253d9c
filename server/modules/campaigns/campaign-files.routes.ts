import { CAMPAIGN_FILES_PATH } from '../../../contract/campaign-files.ts';
import { CampaignId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { bare } from '../../platform/http/route.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Actor } from '../access/index.ts';
import { addCampaignFile } from './campaign-files.ts';

export const postCampaignFile = bare<{ db: Db; ids: Ids; clock: Clock }, Actor>({
  method: 'POST',
  path: CAMPAIGN_FILES_PATH,
  access: 'session',
  summary: 'Takes a file (multipart) that is kept on a campaign for colleagues',
  handle: async (needs, actor, { request, reply }) => {
    const id = CampaignId.safeParse((request.params as { id: string }).id);
    if (!id.success) throw new NotFound('campaign');
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part === undefined) throw new Invalid('file', 'file_missing');
    const file = { fileName: part.filename, stream: part.file };
    return reply.send(await addCampaignFile(needs, actor, { id: id.data, file }));
  },
});
