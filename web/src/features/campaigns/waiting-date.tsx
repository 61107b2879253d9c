import type { Run } from '../../../../contract/runs.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Card } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { useHere } from './campaign-context.ts';
import { recurrenceTexts } from './recurrence-texts/texts.ts';
import { useRecurrenceSentence } from './use-recurrence-sentence.ts';
import { RunStatus } from './words.tsx';

/** The next date of a series: when, by which rule, and how to change what is to come. */
export function WaitingDate({ run }: { run: Run }) {
  const t = useTexts(recurrenceTexts);
  const format = useFormat();
  const sentence = useRecurrenceSentence();
  const { schedule } = useHere().action;
  return (
    <Card>
      <Stack gap="small">
        <RunStatus state={run.state} />
        <Text strong>
          {t('nextDate', { time: run.scheduledFor === null ? '–' : format.dateTime(run.scheduledFor) })}
        </Text>
        {schedule.kind === 'recurring' ? <Text tone="quiet">{sentence(schedule.rule)}</Text> : null}
        <Text>{t('waitsText')}</Text>
      </Stack>
    </Card>
  );
}
