import { IconBolt } from '@tabler/icons-react';
import type { z } from 'zod';
import type { DispatchChannel } from '../../../contract/campaigns.ts';
import { QUICK_CHANNELS } from '../../../contract/quick-campaign.ts';
import type { PartyKind } from '../../../contract/runs.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { useMay } from '../session/session.ts';
import { Button } from '../ui/button.tsx';
import { texts } from './texts/texts.ts';

/** As many as an address can name; more are better made a segment. */
const MOST = 200;

interface QuickButtonsProps {
  /** Whom it begins with: a segment, or records of one kind. */
  from?: Partial<Record<z.output<typeof PartyKind> | 'segment', readonly string[]>>;
  size?: 'small' | 'normal';
  /** Only some of the kinds. */
  only?: readonly DispatchChannel[];
}

/** E09: a button for each kind of quick campaign whose channel is there. */
export function QuickButtons({ from = {}, size = 'normal', only = QUICK_CHANNELS }: QuickButtonsProps) {
  const t = useTexts(texts);
  if (!useMay('campaign.create')) return null;
  const named = Object.fromEntries(Object.entries(from).map(([kind, ids]) => [kind, ids?.join()]));
  const tooMany = Object.values(from).some((ids) => (ids?.length ?? 0) > MOST);
  return QUICK_CHANNELS.filter((channel) => only.includes(channel)).map((channel) => (
    <Button
      key={channel}
      size={size}
      icon={<IconBolt size={16} stroke={1.75} />}
      href={paths.quickCampaign(channel, named)}
      disabled={tooMany}
    >
      {t(`quick_${channel}`)}
    </Button>
  ));
}
