import { useEffect } from 'react';
import { getImport, type Import, runImport } from '../../../../contract/import.ts';
import { errorMessage } from '../../api/problem.ts';
import { useAction, useRefresh } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { ImportReport } from './import-report.tsx';
import { ImportSums } from './import-sums.tsx';
import { KeepProfile } from './keep-profile.tsx';
import { CHANGED, listPath, SEE_ALL } from './record-paths.ts';
import { texts } from './texts/texts.ts';

/** How many joined, or would join, the audience that the file fills. */
function AudienceSum({ found }: { found: Import }) {
  const t = useTexts(texts);
  const { audience, onMatch } = found.options;
  if (audience === null) return null;
  const known = found.created + found.updated + found.unchanged;
  const told = { count: known, repeated: found.skipped, campaign: audience.campaignName ?? '' };
  // Those who are left as they are join too; the sums cannot tell them from repeated rows.
  if (onMatch === 'skip') return <Text>{t('audienceFor', { campaign: told.campaign })}</Text>;
  return <Text>{t(found.state === 'checked' ? 'wouldJoin' : 'joined', told)}</Text>;
}

/** After a check: what would happen, and the button that says how many. */
export function CheckResult({ found, onChange }: { found: Import; onChange: () => void }) {
  const t = useTexts(texts);
  const run = useAction(runImport, { invalidate: [getImport] });
  const count = found.created + found.updated;
  const useful =
    count > 0 ||
    (found.options.audience !== null && found.done > found.refused) ||
    (found.options.consent !== null && found.done > found.refused);
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
        <AudienceSum found={found} />
        <ImportSums found={found} />
      </Section>
      <KeepProfile found={found} />
      <ImportReport found={found} />
    </Stack>
  );
}

/** After a run: what happened. */
export function RunResult({ found }: { found: Import }) {
  const t = useTexts(texts);
  const refresh = useRefresh();
  useEffect(() => refresh(...CHANGED[found.entity]), [refresh, found.entity]);
  const { audience } = found.options;
  return (
    <Stack gap="none">
      {found.failure ? <Alert tone="bad">{errorMessage(found.failure)}</Alert> : null}
      <Section
        title={t('result')}
        actions={
          <Row>
            <Button href={paths.newImport({ entity: found.entity })}>{t('again')}</Button>
            {audience?.campaignId ? (
              <Button look="primary" href={paths.campaignWho(audience.campaignId)}>
                {t('backToCampaign')}
              </Button>
            ) : (
              <Button look="primary" href={listPath[found.entity]()}>
                {t(SEE_ALL[found.entity])}
              </Button>
            )}
          </Row>
        }
      >
        <AudienceSum found={found} />
        <ImportSums found={found} />
      </Section>
      {found.state === 'finished' ? <KeepProfile found={found} /> : null}
      <ImportReport found={found} />
    </Stack>
  );
}
