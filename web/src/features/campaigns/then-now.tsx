import { IconCheck, IconX } from '@tabler/icons-react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Text } from '../../ui/text.tsx';
import { sinceTexts } from './since-texts/texts.ts';

interface ThenNowRow {
  key: string;
  text: string;
  /** How deep it stands. */
  level?: number | undefined;
  detail: readonly string[];
  before: boolean | null;
  now: boolean | null;
}

interface ThenNowProps {
  /** What a row is: a rule, a check. */
  label: string;
  rows: readonly ThenNowRow[];
  /** Said where it is not known what it was. */
  unknown: string;
}

/** What held then beside what holds now; a row that changed stands out. */
export function ThenNow({ label, rows, unknown }: ThenNowProps) {
  const t = useTexts(sinceTexts);
  return (
    <table className="then-now">
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('now')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, text, level = 0, detail, before, now }) => (
          <tr key={key} className={before !== null && now !== null && before !== now ? 'then-now-changed' : undefined}>
            <th scope="row" className="then-now-text" style={{ paddingInlineStart: `${level * 0.75}rem` }}>
              {text}
              {detail.map((line) => (
                <Text key={line} size="small" tone="quiet">
                  {line}
                </Text>
              ))}
            </th>
            <td>
              <Held held={before} otherwise={unknown} />
            </td>
            <td>
              <Held held={now} otherwise={t('notAsked')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Held({ held, otherwise }: { held: boolean | null; otherwise: string }) {
  const t = useTexts(sinceTexts);
  if (held === null)
    return (
      <Text as="span" size="small" tone="quiet">
        {otherwise}
      </Text>
    );
  return held ? (
    <IconCheck size={16} className="text-good" aria-label={t('yes')} />
  ) : (
    <IconX size={16} className="text-bad" aria-label={t('no')} />
  );
}
