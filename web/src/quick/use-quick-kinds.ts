import type { z } from 'zod';
import type { DispatchChannel } from '../../../contract/campaigns.ts';
import { QUICK_CHANNELS } from '../../../contract/quick-campaign.ts';
import type { PartyKind } from '../../../contract/runs.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { useMay } from '../session/session.ts';
import { texts } from './texts/texts.ts';

/** As many as an address can name; more are better made a segment. */
const MOST = 200;

/** Whom a quick campaign begins with: a segment, or records of one kind. */
export type QuickFrom = Partial<Record<z.output<typeof PartyKind> | 'segment', readonly string[]>>;

interface QuickKind {
  channel: DispatchChannel;
  label: string;
  href: string;
  disabled: boolean;
}

/** E09: each kind of quick campaign whose channel is there; none for who may not make one. */
export function useQuickKinds(from: QuickFrom, only: readonly DispatchChannel[] = QUICK_CHANNELS): QuickKind[] {
  const t = useTexts(texts);
  if (!useMay('campaign.create')) return [];
  const named = Object.fromEntries(Object.entries(from).map(([kind, ids]) => [kind, ids?.join()]));
  const disabled = Object.values(from).some((ids) => (ids?.length ?? 0) > MOST);
  return QUICK_CHANNELS.filter((channel) => only.includes(channel)).map((channel) => ({
    channel,
    label: t(`quick_${channel}`),
    href: paths.quickCampaign(channel, named),
    disabled,
  }));
}
