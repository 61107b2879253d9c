import { IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { CALENDAR_KINDS, type CalendarKind, campaignCalendar } from '../../../../contract/calendar.ts';
import { CAMPAIGN_KINDS, type CampaignKind } from '../../../../contract/campaigns.ts';
import { wallTimeOf } from '../../../../contract/wall-time.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { TimeZoneContext, useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSession } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HelpHint } from '../../ui/help-hint.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Row } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Heading } from '../../ui/text.tsx';
import { useSearchState } from '../../url.ts';
import { CalendarGrid } from './calendar-grid.tsx';
import { type Day, dayOr, type Span, step, weeksOf } from './days.ts';
import { texts } from './texts/texts.ts';
import './calendar.css';

const AGAIN_MS = 60_000;

type Search = {
  show?: Span | undefined;
  day?: Day | undefined;
  owner?: string | undefined;
  campaigns?: CampaignKind | undefined;
  what?: CalendarKind | undefined;
};

/** Everything that campaigns do, on its day and at its time in the company's zone. */
export function CalendarScreen() {
  const { installation } = useSession();
  return (
    <TimeZoneContext value={installation?.timeZone ?? 'UTC'}>
      <Calendar />
    </TimeZoneContext>
  );
}

function Calendar() {
  const t = useTexts(texts);
  const format = useFormat();
  const [search, change] = useSearchState<Search>();
  const today = wallTimeOf(new Date().toISOString(), format.timeZone).slice(0, 10);
  const show: Span = search.show === 'week' ? 'week' : 'month';
  const day = dayOr(search.day, today);
  const days = weeksOf(day, show).flat();
  const asked = {
    from: days[0]!,
    until: days.at(-1)!,
    ownerId: search.owner as never,
    campaignKind: search.campaigns,
    kind: search.what,
  };
  const { data, problem } = useEndpoint(campaignCalendar, asked, { keep: true, every: AGAIN_MS });
  const span = show === 'month' ? format.month(day) : `${format.date(days[0]!)} – ${format.date(days[6]!)}`;
  return (
    <Page
      title={t('calendar')}
      text={
        <>
          {t('zone', { zone: format.timeZone.replaceAll('_', ' ') })}{' '}
          <HelpHint title={t('calendar')}>{t('keys')}</HelpHint>
        </>
      }
      actions={
        <Segmented<Span>
          label={t('show')}
          value={show}
          onChange={(next) => change({ show: next })}
          choices={[
            { value: 'month', label: t('month') },
            { value: 'week', label: t('week') },
          ]}
        />
      }
    >
      <Row spread="between">
        <Row>
          <IconButton
            label={t('earlier')}
            look="default"
            icon={<IconChevronLeft size={18} stroke={1.75} />}
            onClick={() => change({ day: step(day, show, -1) })}
          />
          <Button size="small" onClick={() => change({ day: today })}>
            {t('today')}
          </Button>
          <IconButton
            label={t('later')}
            look="default"
            icon={<IconChevronRight size={18} stroke={1.75} />}
            onClick={() => change({ day: step(day, show, 1) })}
          />
          <div aria-live="polite">
            <Heading level={2}>{span}</Heading>
          </div>
        </Row>
        <CalendarFilters search={search} change={change} />
      </Row>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <CalendarGrid
        label={`${t('calendar')}: ${span}`}
        day={day}
        span={show}
        today={today}
        entries={data?.entries ?? []}
        onDay={(next) => change({ day: next })}
        onWeek={(next) => change({ day: next, show: 'week' })}
      />
      {data?.entries.length === 0 ? (
        <EmptyState icon={<IconCalendarOff size={26} stroke={1.5} />} title={t('nothing')} text={t('nothingText')} />
      ) : null}
    </Page>
  );
}

interface CalendarFiltersProps {
  search: Partial<Search>;
  change: (next: Partial<Search>) => void;
}

function CalendarFilters({ search, change }: CalendarFiltersProps) {
  const t = useTexts(texts);
  return (
    <div className="calendar-filters">
      <UserField
        label={t('owner')}
        hideLabel
        nothing={t('allOwners')}
        value={search.owner ?? null}
        onChange={(owner) => change({ owner: owner ?? undefined })}
      />
      <SelectField
        label={t('campaignKind')}
        hideLabel
        clearable
        nothing={t('allKinds')}
        choices={CAMPAIGN_KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
        value={search.campaigns ?? null}
        onChange={(campaigns) => change({ campaigns: campaigns ?? undefined })}
      />
      <SelectField
        label={t('what')}
        hideLabel
        clearable
        nothing={t('everything')}
        choices={CALENDAR_KINDS.map((kind) => ({ value: kind, label: t(`what_${kind}`) }))}
        value={search.what ?? null}
        onChange={(what) => change({ what: what ?? undefined })}
      />
    </div>
  );
}
