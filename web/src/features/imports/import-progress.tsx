import { cancelImport, getImport, type Import } from '../../../../contract/import.ts';
import { useAction } from '../../api/use-action.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Text } from '../../ui/text.tsx';
import { ImportSums } from './import-sums.tsx';
import { texts } from './texts/texts.ts';

/** A check or a run going on: how far, until when, and the sums so far. */
export function ImportProgress({ found }: { found: Import }) {
  const t = useTexts(texts);
  const format = useFormat();
  const stop = useAction(cancelImport, { invalidate: [getImport] });
  const { state, done, expected, readRows, rows, fileName, finishEstimate } = found;
  const reading = rows === null;
  const title = t(reading ? 'readingNow' : state === 'running' ? 'runningNow' : 'checkingNow', { file: fileName });
  const [at, all] = [reading ? readRows : done, Math.max(expected, readRows)];
  const said = t('doneOf', { done: at, rows: all });
  const askAndStop = async () => {
    const sure =
      state === 'checking' || (await confirm({ title: t('stopTitle'), text: t('stopText'), action: t('stop') }));
    if (sure) stop.run({ id: found.id });
  };
  return (
    <Stack gap="large">
      <Card
        title={title}
        actions={
          <Button size="small" busy={stop.busy} onClick={() => void askAndStop()}>
            {t('stop')}
          </Button>
        }
      >
        <Stack gap="small">
          <Progress label={title} ratio={all === 0 ? undefined : at / all} said={said} />
          <Row spread="between">
            <Text as="span" size="small">
              {said}
            </Text>
            {finishEstimate ? (
              <Text as="span" size="small" tone="quiet">
                {t('about', { time: format.time(finishEstimate) })}
              </Text>
            ) : null}
          </Row>
        </Stack>
      </Card>
      <ImportSums found={found} />
    </Stack>
  );
}
