import type { Interaction } from '../../../contract/interactions.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { Status } from '../ui/badge.tsx';
import { Link } from '../ui/link.tsx';
import { texts } from './texts/texts.ts';

const TONES = { open: 'accent', done: 'good', cancelled: 'neutral' } as const;

export function ItemState({ item }: { item: Pick<Interaction, 'state' | 'overdue'> }) {
  const t = useTexts(texts);
  return <Status tone={item.overdue ? 'bad' : TONES[item.state]}>{t(item.overdue ? 'overdue' : item.state)}</Status>;
}

const PAGES = { contact: paths.contact, company: paths.company, lead: paths.lead };

/** The person or firm that an item is kept on. */
export function ItemParty({ party: { kind, id, name } }: Pick<Interaction, 'party'>) {
  const t = useTexts(texts);
  if (name === null) return <span className="text-quiet">{t('deleted')}</span>;
  return (
    <Link look="quiet" href={PAGES[kind](id)}>
      {name || '–'}
    </Link>
  );
}
