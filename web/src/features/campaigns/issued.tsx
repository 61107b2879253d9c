import type { DispatchChannel } from '../../../../contract/campaigns.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { useHere } from './campaign-context.ts';
import { runTexts } from './run-texts/texts.ts';
import { salesTexts } from './sales-texts/texts.ts';

const DOCUMENTS = {
  invoice: { words: 'openInvoices', list: paths.invoices },
  offer: { words: 'openOffers', list: paths.offers },
  opportunity: { words: 'openDeals', list: paths.opportunities },
} as const;

/** Q26, where documents or deals were made: nothing was sent, and they stand in a list of their own. */
export function Issued() {
  const t = useTexts(salesTexts);
  const r = useTexts(runTexts);
  const { campaign, action, last } = useHere();
  const made = documentsOf(action.channel);
  if (!last || !made) return null;
  const { sent, planned } = last.sums;
  return (
    <Alert
      tone={sent === planned ? 'good' : 'warn'}
      title={r('finishedTitle')}
      action={<Button href={made.list({ campaignId: campaign.id })}>{t(made.words)}</Button>}
    >
      {t('issued', { sent, planned })}
    </Alert>
  );
}

const documentsOf = (channel: DispatchChannel) =>
  channel in DOCUMENTS ? DOCUMENTS[channel as keyof typeof DOCUMENTS] : undefined;
