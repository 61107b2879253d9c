import type { ReactNode } from 'react';
import { listUses, type NamedKind, type Use } from '../../../contract/uses.ts';
import { call } from '../api/call.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { confirm } from '../ui/confirm.tsx';
import { Stack } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { Text } from '../ui/text.tsx';
import { texts } from './texts/texts.ts';

const SHOWN = 8;
const PATHS: Record<Use['kind'], (id: string) => string> = {
  segment: paths.segment,
  campaign: paths.campaign,
  template: paths.template,
};

function Uses({ text, uses }: { text: ReactNode; uses: readonly Use[] }) {
  const t = useTexts(texts);
  return (
    <Stack gap="small">
      <Text>{text}</Text>
      <Text>{t('stillUsed')}</Text>
      <ul className="text">
        {uses.slice(0, SHOWN).map(({ kind, id, name }) => (
          <li key={id}>
            {t(kind)}:{' '}
            <Link href={PATHS[kind](id)} newTab>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {uses.length > SHOWN ? <Text>{t('more', { count: uses.length - SHOWN })}</Text> : null}
    </Stack>
  );
}

interface Archived {
  of: NamedKind;
  id: string;
  name: string;
  /** What becomes of it. */
  text: string;
}

/** Asks before something of the settings is archived, and says which segments, campaigns and templates name it. */
export function useArchiveQuestion(): (archived: Archived) => Promise<boolean> {
  const t = useTexts(texts);
  return async ({ of, id, name, text }) => {
    const { uses } = await call(listUses, { of, id });
    return confirm({
      title: t('archiveTitle', { name }),
      text: uses.length > 0 ? <Uses text={text} uses={uses} /> : text,
      action: t(uses.length > 0 ? 'archiveAnyway' : 'archive'),
      danger: uses.length > 0,
    });
  };
}
