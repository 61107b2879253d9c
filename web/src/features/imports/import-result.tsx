import { getImport, type Import, runImport } from '../../../../contract/import.ts';
import { errorMessage } from '../../api/problem.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { ImportReport } from './import-report.tsx';
import { ImportSums } from './import-sums.tsx';
import { texts } from './texts/texts.ts';

/** After a check: what would happen, and the button that says how many. */
export function CheckResult({ found, onChange }: { found: Import; onChange: () => void }) {
  const t = useTexts(texts);
  const run = useAction(runImport, { invalidate: [getImport] });
  const count = found.created + found.updated;
  const useful = count > 0 || (found.options.consent !== null && found.done > found.refused);
  return (
    <Stack gap="none">
      <Section
        title={t('foretold')}
        text={t('foretoldText')}
        actions={
          <Row>
            <Button onClick={onChange}>{t('changeMapping')}</Button>
            <Button look="primary" busy={run.busy} disabled={!useful} onClick={() => run.run({ id: found.id })}>
              {useful ? t('run', { count: found.done - found.refused - found.skipped }) : t('nothingToRun')}
            </Button>
          </Row>
        }
      >
        <ImportSums found={found} />
      </Section>
      <ImportReport found={found} />
    </Stack>
  );
}

/** After a run: what happened. */
export function RunResult({ found }: { found: Import }) {
  const t = useTexts(texts);
  const see = found.entity === 'contact' ? paths.contacts() : paths.companies();
  return (
    <Stack gap="none">
      {found.failure ? <Alert tone="bad">{errorMessage(found.failure)}</Alert> : null}
      <Section
        title={t('result')}
        actions={
          <Row>
            <Button href={paths.newImport({ entity: found.entity })}>{t('again')}</Button>
            <Button look="primary" href={see}>
              {t(found.entity === 'contact' ? 'seeContacts' : 'seeCompanies')}
            </Button>
          </Row>
        }
      >
        <ImportSums found={found} />
      </Section>
      <ImportReport found={found} />
    </Stack>
  );
}
