import { useEffect, useState } from 'react';
import type { Variants } from '../../../contract/content.ts';
import { type LinkState, type TriedLink, tryLinks } from '../../../contract/link-checks.ts';
import { useAction } from '../api/use-action.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useMay } from '../session/session.ts';
import { Alert } from '../ui/alert.tsx';
import { Status } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Text } from '../ui/text.tsx';
import { linkTexts } from './link-texts/texts.ts';
import './link-checks.css';

const TONES = {
  ok: 'good',
  moved: 'warn',
  refused: 'warn',
  untried: 'neutral',
  not_found: 'bad',
  unreachable: 'bad',
  insecure: 'bad',
  inside: 'bad',
} as const satisfies Record<LinkState, string>;

interface LinkChecksProps {
  variants: Variants;
  /** Without being told to. */
  atOnce?: boolean | undefined;
}

/** What became of each link of a message when the server tried it. */
export function LinkChecks({ variants, atOnce = false }: LinkChecksProps) {
  const t = useTexts(linkTexts);
  const may = useMay('content.edit');
  const [links, setLinks] = useState<readonly TriedLink[] | null>(null);
  const { run, busy, problem } = useAction(tryLinks, { toast: false, onSuccess: (tried) => setLinks(tried.links) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, whatever is written meanwhile.
  useEffect(() => {
    if (atOnce && may) run({ variants });
  }, []);
  if (!may) return null;
  const again = links !== null;
  return (
    <Section
      title={t('title')}
      text={t('text')}
      actions={
        <Button size="small" busy={busy} onClick={() => run({ variants, again })}>
          {t(again ? 'tryAgain' : 'try')}
        </Button>
      }
    >
      <div aria-live="polite">
        {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
        {links ? <Tried links={links} /> : null}
      </div>
    </Section>
  );
}

function Tried({ links }: { links: readonly TriedLink[] }) {
  const t = useTexts(linkTexts);
  if (links.length === 0) return <Text tone="quiet">{t('none')}</Text>;
  const faulty = links.filter(({ state }) => state !== 'ok');
  return (
    <>
      {faulty.length === 0 ? <Text tone="good">{t('allAnswer', { count: links.length })}</Text> : null}
      <ul className="tried-links">
        {[...faulty, ...links.filter(({ state }) => state === 'ok')].map((link) => (
          <TriedOne key={link.url} {...link} />
        ))}
      </ul>
    </>
  );
}

function TriedOne({ url, label, state, status, at }: TriedLink) {
  const t = useTexts(linkTexts);
  const hint = state === 'ok' ? '' : t(`${state}Hint`, { at: at ?? url, status: status ?? '–' });
  return (
    <li>
      <Status tone={TONES[state]}>{t(state)}</Status>
      <div>
        {label ? <Text>{label}</Text> : null}
        <Text size="small" tone="quiet">
          {url}
        </Text>
        {hint ? <Text size="small">{hint}</Text> : null}
      </div>
    </li>
  );
}
