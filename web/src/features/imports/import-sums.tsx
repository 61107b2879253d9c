import { type Import, VERDICTS } from '../../../../contract/import.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Stack } from '../../ui/layout.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { Count } from '../../ui/values.tsx';
import { texts } from './texts/texts.ts';

/** The five numbers that add up to the rows; each opens its rows. */
export function ImportSums({ found }: { found: Import }) {
  const t = useTexts(texts);
  const { id, created, updated, unchanged, skipped, refused, done } = found;
  const still = found.state === 'checking' || found.state === 'running';
  return (
    <Stack gap="small">
      <Stats>
        {VERDICTS.map((verdict) => (
          <Stat
            key={verdict}
            label={t(verdict)}
            value={<Count value={found[verdict]} />}
            href={still || found[verdict] === 0 ? undefined : paths.import(id, { verdict })}
          />
        ))}
      </Stats>
      {still ? null : (
        <Text size="small" tone="quiet">
          {t('sums', { rows: done, created, updated, unchanged, skipped, refused })}
        </Text>
      )}
    </Stack>
  );
}
