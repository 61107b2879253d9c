import type { AccountCheck } from '../../../contract/account-checks.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Status } from '../ui/badge.tsx';
import { Stack } from '../ui/layout.tsx';
import { Text } from '../ui/text.tsx';
import { checkTexts } from './texts/texts.ts';
import './check-list.css';

const TONES = { good: 'good', warn: 'warn', unknown: 'neutral' } as const;

/** What was found of a sender, in our words, with the record or name that it is about. */
export function CheckList({ checks }: { checks: readonly AccountCheck[] }) {
  const t = useTexts(checkTexts);
  return (
    <ul className="check-list">
      {checks.map(({ check, state, finding, seen }) => (
        <li key={check}>
          <Stack gap="small">
            <Status tone={TONES[state]}>{t(`check_${check}`)}</Status>
            <Text size="small">{t(finding)}</Text>
            <code className="check-seen">{seen}</code>
          </Stack>
        </li>
      ))}
    </ul>
  );
}
