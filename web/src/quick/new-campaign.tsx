import { IconBolt, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { SplitButton } from '../ui/split-button.tsx';
import { texts } from './texts/texts.ts';
import { useQuickKinds } from './use-quick-kinds.ts';

/** A campaign stop by stop, or (E09) one of the quick kinds, each with an entry of its own. */
export function NewCampaign({ children }: { children: ReactNode }) {
  const t = useTexts(texts);
  const kinds = useQuickKinds({}).map(({ label, href }) => ({
    label,
    href,
    icon: <IconBolt size={16} stroke={1.75} />,
  }));
  return (
    <SplitButton href={paths.newCampaign()} icon={<IconPlus size={16} />} more={t('quickCampaign')} items={kinds}>
      {children}
    </SplitButton>
  );
}
