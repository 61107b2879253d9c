import { IconBolt } from '@tabler/icons-react';
import type { DispatchChannel } from '../../../contract/campaigns.ts';
import { Button } from '../ui/button.tsx';
import { useQuickKinds } from './use-quick-kinds.ts';

/** A button for each kind of quick campaign. */
export function QuickButtons({ only }: { only?: readonly DispatchChannel[] }) {
  return useQuickKinds({}, only).map(({ channel, label, href }) => (
    <Button key={channel} icon={<IconBolt size={16} stroke={1.75} />} href={href}>
      {label}
    </Button>
  ));
}
