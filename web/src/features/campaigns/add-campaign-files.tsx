import { useState } from 'react';
import {
  campaignFilesAddress,
  listCampaignFiles,
  MAX_CAMPAIGN_FILE,
  MAX_CAMPAIGN_FILES,
} from '../../../../contract/campaign-files.ts';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import type { CampaignId } from '../../../../contract/ids.ts';
import { upload } from '../../api/call.ts';
import { Problem } from '../../api/problem.ts';
import { useRefresh } from '../../api/use-action.ts';
import { FileField } from '../../form/file-field.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fileTexts } from './file-texts/texts.ts';

/** Why the file is not kept; null where it is. */
const refusalOf = async (id: CampaignId, file: File): Promise<string | null> => {
  try {
    await upload(campaignFilesAddress(id), { file });
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.errors[0]?.message ?? error.message;
  }
};

/** Each file is kept as soon as it is chosen or dropped. */
export function AddCampaignFiles({ id }: { id: CampaignId }) {
  const t = useTexts(fileTexts);
  const format = useFormat();
  const refresh = useRefresh();
  const [wrong, setWrong] = useState<string>();
  const [coming, setComing] = useState(0);
  const bring = async (file: File | null) => {
    if (!file) return;
    setWrong(undefined);
    setComing((count) => count + 1);
    try {
      const refusal = await refusalOf(id, file);
      if (refusal !== null) setWrong(refusal);
      refresh(listCampaignFiles, campaignHistory);
    } finally {
      setComing((count) => count - 1);
    }
  };
  return (
    <FileField
      label={t('add')}
      hint={t('hint', { count: MAX_CAMPAIGN_FILES, size: format.bytes(MAX_CAMPAIGN_FILE) })}
      many
      largest={MAX_CAMPAIGN_FILE}
      value={null}
      onChange={(file) => void bring(file)}
      error={wrong}
      disabled={coming > 0}
    />
  );
}
