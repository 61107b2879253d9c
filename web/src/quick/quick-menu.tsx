import { IconBolt } from '@tabler/icons-react';
import type { DispatchChannel } from '../../../contract/campaigns.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { texts } from './texts/texts.ts';
import { type QuickFrom, useQuickKinds } from './use-quick-kinds.ts';

interface QuickMenuProps {
  from: QuickFrom;
  size?: 'small' | 'normal';
  only?: readonly DispatchChannel[];
}

/** The kinds of quick campaign for those who are shown or marked, behind one button. */
export function QuickMenu({ from, size = 'normal', only }: QuickMenuProps) {
  const t = useTexts(texts);
  const kinds = useQuickKinds(from, only);
  if (kinds.length === 0) return null;
  return (
    <Menu
      target={
        <Button size={size} icon={<IconBolt size={16} stroke={1.75} />}>
          {t('quickCampaign')}
        </Button>
      }
      items={kinds.map(({ label, href, disabled }) => ({ label, href, disabled }))}
    />
  );
}
