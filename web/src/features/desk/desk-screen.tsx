import { IconPhoneCall } from '@tabler/icons-react';
import { getDesk, type Queue } from '../../../../contract/desk.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useSearchState } from '../../url.ts';
import { CallCard } from './call-card.tsx';
import { texts } from './texts/texts.ts';
import { type Desk, useDesk } from './use-desk.ts';
import './desk.css';

/** An agent's desk: who is next, what to say, what came of it, one key each. */
export function DeskScreen() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<{ queue?: Queue | undefined; campaignId?: string | undefined }>();
  const queue = search.queue ?? 'mine';
  const waiting = useEndpoint(getDesk, { campaignId: search.campaignId as never }, { every: 30_000, keep: true }).data;
  const desk = useDesk({ queue, campaignId: search.campaignId });
  const campaigns = waiting?.campaigns ?? [];
  return (
    <Page title={t('title')} text={t('text')} crumbs={[{ label: t('tasks'), href: paths.tasks() }]}>
      <Stack>
        <Row gap="normal">
          <Segmented
            label={t('queue')}
            value={queue}
            onChange={(chosen) => change({ queue: chosen === 'mine' ? undefined : chosen })}
            choices={(['mine', 'shared'] as const).map((value) => ({
              value,
              label: t(value, { count: waiting?.[value].due ?? 0 }),
            }))}
          />
          {campaigns.length > 1 || search.campaignId ? (
            <SelectField
              label={t('campaign')}
              hideLabel
              clearable
              nothing={t('allCampaigns')}
              choices={campaigns.map(({ id, name }) => ({ value: id as string, label: name }))}
              value={search.campaignId ?? null}
              onChange={(campaignId) => change({ campaignId: campaignId ?? undefined })}
            />
          ) : null}
        </Row>
        {desk.call ? (
          <CallCard key={`${desk.call.id} ${desk.call.tries}`} call={desk.call} desk={desk} />
        ) : (
          <Nobody desk={desk} due={waiting?.[queue].due ?? 0} nextAt={waiting?.nextAt ?? null} />
        )}
      </Stack>
    </Page>
  );
}

interface NobodyProps {
  desk: Desk;
  due: number;
  nextAt: string | null;
}

/** Before the first and after the last. */
function Nobody({ desk, due, nextAt }: NobodyProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const later = nextAt ? ` ${t('nextAt', { time: format.dateTime(nextAt) })}` : '';
  const icon = <IconPhoneCall size={28} stroke={1.5} />;
  if (due === 0) {
    return (
      <EmptyState
        icon={icon}
        title={t('emptyTitle')}
        text={`${t('emptyText')}${later}`}
        action={
          <Button busy={desk.busy} onClick={() => void desk.next()}>
            {t('again')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={icon}
      title={t('beginTitle')}
      text={t('beginText', { count: due })}
      action={
        <Button look="primary" busy={desk.busy} onClick={() => void desk.next()}>
          {t('begin')}
        </Button>
      }
    />
  );
}
