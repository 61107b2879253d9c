import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { Button as OurButton } from '../ui/button.tsx';
import { texts } from './texts/texts.ts';

interface MoreFiltersProps {
  /** How many of them are in force. */
  count: number;
  /** Takes all of them off. */
  clear: () => void;
  /** Fields with their labels shown. */
  children: ReactNode;
}

/** Filters that are asked for less often: a line of their own under the toolbar, opened by a button that says how many are in force. */
export function MoreFilters({ count, clear, children }: MoreFiltersProps) {
  const t = useTexts(texts);
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        className="button"
        leftSection={<IconFilter size={16} stroke={1.75} />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {count > 0 ? t('moreFiltersOn', { count }) : t('moreFilters')}
      </Button>
      <div id={id} className="table-more-filters" hidden={!open}>
        {children}
        <OurButton size="small" disabled={count === 0} onClick={clear}>
          {t('filterReset')}
        </OurButton>
      </div>
    </>
  );
}
