import type { SuppressionImport } from '../../../../contract/consent.ts';
import { errorMessage } from '../../api/problem.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Foot } from '../../ui/modal.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { Count } from '../../ui/values.tsx';
import { texts } from './texts/texts.ts';

interface ImportReportProps {
  report: SuppressionImport;
  onAgain: () => void;
  onClose: () => void;
}

/** added + there already + refused = lines read. */
export function ImportReport({ report, onAgain, onClose }: ImportReportProps) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  return (
    <Stack>
      <Text strong>{t('report', { count: report.rows })}</Text>
      <Stats>
        <Stat label={t('reportAdded')} value={<Count value={report.added} />} />
        <Stat label={t('reportAlready')} value={<Count value={report.already} />} />
        <Stat label={t('reportRefused')} value={<Count value={report.refused} />} />
      </Stats>
      {report.refusals.length > 0 ? <Refusals refusals={report.refusals} refused={report.refused} /> : null}
      <Foot>
        <Button onClick={onAgain}>{t('importAnother')}</Button>
        <Button look="primary" onClick={onClose}>
          {common('done')}
        </Button>
      </Foot>
    </Stack>
  );
}

function Refusals({ refusals, refused }: Pick<SuppressionImport, 'refusals' | 'refused'>) {
  const t = useTexts(texts);
  return (
    <Alert tone="warn" title={refused > refusals.length ? t('firstRefused', { count: refusals.length }) : t('correct')}>
      <ul>
        {refusals.map(({ line, value, code, params }) => (
          <li key={line}>
            <strong>{t('refusedLine', { line, value })}</strong>
            <div>{errorMessage(code, params)}</div>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
