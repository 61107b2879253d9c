import { useRunFinish } from '../../forecast/forecast.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Status } from '../../ui/badge.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { Grid, Row, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Text } from '../../ui/text.tsx';
import type { TodaysRun } from './needs-you.tsx';
import { texts } from './texts/texts.ts';

/** What is being sent, and what will be at its hour. */
export function RunningNow({ runs }: { runs: readonly TodaysRun[] }) {
  const t = useTexts(texts);
  return (
    <Section title={t('running')}>
      <Grid cell={22}>
        {runs.map((run) => (
          <Going key={run.id} run={run} />
        ))}
      </Grid>
    </Section>
  );
}

function Going({ run }: { run: TodaysRun }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { planned, open, failed } = run.sums;
  const said = t('progress', { done: planned - open, planned });
  const waits = run.state === 'scheduled';
  const finish = useRunFinish(run.id, !waits);
  return (
    <Card>
      <Stack gap="small">
        <Row spread="between" align="baseline">
          <Text strong as="span">
            <Link look="quiet" href={paths.campaignResults(run.campaignId, { action: run.actionId })}>
              {run.campaignName}
            </Link>
          </Text>
          <Status tone="accent" live={!waits}>
            {t(waits ? 'scheduled' : 'sending')}
          </Status>
        </Row>
        {waits ? null : (
          <Progress label={run.campaignName} ratio={planned > 0 ? (planned - open) / planned : 0} said={said} />
        )}
        <Row spread="between">
          <Text size="small" as="span">
            {waits ? (run.occursAt ? null : t('toSendCount', { count: planned })) : said}
            {failed > 0 ? ` · ${t('failedCount', { count: failed })}` : null}
          </Text>
          <Text size="small" tone="quiet" as="span">
            {waits && run.scheduledFor ? t('startsAt', { time: format.dateTime(run.scheduledFor) }) : null}
            {finish}
          </Text>
        </Row>
      </Stack>
    </Card>
  );
}
