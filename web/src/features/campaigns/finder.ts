import { listCampaigns } from '../../../../contract/campaigns.ts';
import { call } from '../../api/call.ts';
import { textsNow } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { texts } from './texts/texts.ts';

/** Campaigns by name, code or goal, in the palette. */
export const campaignFinder = {
  title: () => textsNow(texts)('campaigns'),
  find: async (search: string, signal: AbortSignal) => {
    const t = textsNow(texts);
    const { rows } = await call(listCampaigns, { search, limit: 6 }, signal);
    return rows.map(({ id, name, code, state }) => ({
      key: id,
      label: name,
      text: `${code} · ${t(`state_${state}`)}`,
      href: paths.campaign(id),
    }));
  },
};
