import type { Run } from '../../../../contract/runs.ts';
import { wallTimeOf } from '../../../../contract/wall-time.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Text } from '../../ui/text.tsx';
import { runTexts } from './run-texts/texts.ts';

/** Places told one by one; the others are in the sum. */
const SHOWN = 6;

/** Who waits for the hours to begin: by our clock until when, or by theirs for what hour, and in which zones. */
export function Waits({ run: { waits, window } }: { run: Run }) {
  const t = useTexts(runTexts);
  const format = useFormat();
  const [first] = waits;
  if (first === undefined || window === null) return null;
  const count = waits.reduce((sum, wait) => sum + wait.lines, 0);
  if (window.zone === 'company') return <Text>{t('waitsOurs', { count, time: format.dateTime(first.until) })}</Text>;
  const hours = new Set(waits.map(({ until, timeZone }) => wallTimeOf(until, timeZone).slice(11)));
  const [hour] = hours;
  return (
    <div>
      <Text>{t('waitsTheirs', { count, time: hours.size === 1 && hour ? hour : t('waitsHours') })}</Text>
      <ul className="waits">
        {waits.slice(0, SHOWN).map(({ lines, timeZone, until }) => (
          <li key={`${timeZone} ${until}`}>
            {t('waitsFrom', {
              lines: format.number(lines),
              zone: timeZone.replaceAll('_', ' '),
              time: format.dateTime(until),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
