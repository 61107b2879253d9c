import {
  IconArchive,
  IconArchiveOff,
  IconArrowBackUp,
  IconArrowsSort,
  IconBan,
  IconCalendarDue,
  IconCheck,
  IconClock,
  IconCoins,
  IconCopy,
  IconFileSpreadsheet,
  IconFlag,
  IconFlask,
  IconHistory,
  IconMail,
  IconPaperclip,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlus,
  IconRefreshAlert,
  IconRepeat,
  IconSend,
  IconTrash,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import { type RowOf, usePages } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import type { Tone } from '../../ui/tone.ts';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { historyTexts } from './history-texts/texts.ts';
import { texts } from './texts/texts.ts';
import { useApprovalSentence } from './use-approval-sentence.ts';
import { isStart, useStartSentence } from './use-start-sentence.ts';

type Entry = RowOf<typeof campaignHistory>;

/** Who did what with the campaign (O49), newest first. */
export function HistoryView() {
  const t = useTexts(historyTexts);
  const { campaign } = useHere();
  const pages = usePages(campaignHistory, { id: campaign.id, limit: 50 });
  const sentence = useSentence();
  if (pages.problem) return <Alert tone="bad">{pages.problem.message}</Alert>;
  if (pages.loading) return <Skeleton lines={6} />;
  if (pages.rows.length === 0)
    return <EmptyState icon={<IconHistory size={28} stroke={1.5} />} title={t('noHistory')} />;
  return (
    <Stack>
      <Timeline
        items={pages.rows.map((entry) => ({
          key: entry.id,
          at: String(entry.at),
          title: sentence(entry),
          icon: <Mark verb={entry.verb} />,
          tone: TONES[entry.verb],
        }))}
      />
      {pages.more ? (
        <Row>
          <Button busy={pages.loadingMore} onClick={pages.more}>
            {t('older')}
          </Button>
        </Row>
      ) : null}
    </Stack>
  );
}

const ICONS: Partial<Record<Entry['verb'], typeof IconHistory>> = {
  created: IconPlus,
  duplicated: IconCopy,
  state_set: IconFlag,
  audience_changed: IconUsers,
  hand_picked: IconUserPlus,
  content_changed: IconMail,
  schedule_changed: IconClock,
  scheduled: IconClock,
  series_started: IconRepeat,
  series_ended: IconPlayerStop,
  generated: IconUsersGroup,
  tested: IconFlask,
  launched: IconSend,
  taken_back: IconArrowBackUp,
  paused: IconPlayerPause,
  resumed: IconPlayerPlay,
  stopped: IconPlayerStop,
  finished: IconCheck,
  fetched_failed: IconRefreshAlert,
  resent_unknown: IconRefreshAlert,
  left_unknown: IconCheck,
  exported: IconFileSpreadsheet,
  cleansing_received: IconFileSpreadsheet,
  cleansing_applied: IconCheck,
  cleansing_refused: IconBan,
  action_added: IconPlus,
  action_removed: IconTrash,
  actions_ordered: IconArrowsSort,
  approval_given: IconCheck,
  approval_refused: IconBan,
  approval_void: IconBan,
  activity_planned: IconCalendarDue,
  activity_done: IconCheck,
  file_added: IconPaperclip,
  file_removed: IconTrash,
  costs_changed: IconCoins,
  revenue_changed: IconCoins,
  cancelled: IconBan,
  archived: IconArchive,
  restored: IconArchiveOff,
};
const TONES: Partial<Record<Entry['verb'], Tone>> = {
  launched: 'accent',
  finished: 'good',
  paused: 'warn',
  stopped: 'bad',
};

function Mark({ verb }: { verb: Entry['verb'] }) {
  const Icon = ICONS[verb] ?? IconPencil;
  return <Icon size={14} stroke={1.75} />;
}

type Titled = Extract<Entry['verb'], `activity_${string}` | `file_${string}`>;
const isTitled = (verb: Entry['verb']): verb is Titled => /^(activity|file)_/.test(verb);

/** One sentence an entry; what it names is written in the reader’s language. */
function useSentence(): (entry: Entry) => string {
  const t = useTexts(historyTexts);
  const words = useTexts(texts);
  const a = useTexts(actionTexts);
  const ofStart = useStartSentence();
  const ofApproval = useApprovalSentence();
  const format = useFormat();
  const word = (key: string) => (Object.hasOwn(texts.shape, key) ? words(key as 'name') : key);
  return ({ verb, user, detail }) => {
    const who = user ?? t('fanfareItself');
    const number = (name: string) => Number(detail[name] ?? 0);
    if (verb === 'approval_refused' || verb === 'approval_void') return ofApproval(verb, detail, who);
    if (isStart(verb)) return ofStart(verb, detail, who);
    if (isTitled(verb)) return t(verb, { who, title: String(detail['title'] ?? '') });
    switch (verb) {
      case 'edited': {
        const fields = Array.isArray(detail['fields']) ? detail['fields'] : [];
        return t('edited', { who, fields: format.list(fields.map((field) => word(`field_${field}`))) });
      }
      case 'state_set':
        return t('state_set', { who, state: word(`state_${detail['to']}`) });
      case 'action_added':
      case 'action_removed':
        return t(verb, { who, name: String(detail['name'] || a('unnamed')) });
      case 'duplicated':
        return t('duplicated', { who, code: String(detail['from'] ?? '') });
      case 'hand_picked': {
        const how = detail['pick'];
        if (how !== 'added' && how !== 'removed') return t('hand_picked', { who });
        return t(how === 'added' ? 'hand_added' : 'hand_removed', { who, count: number('count') });
      }
      case 'generated':
      case 'launched':
      case 'scheduled':
        return t(verb, { who, count: number('planned') });
      case 'finished':
        return t('finished', { count: number('planned') });
      case 'tracks_started':
        return t(verb, { who, count: number('people') });
      case 'enrolments_changed':
        return t(verb, { who, count: number('count') });
      case 'tracks_through':
        return t(verb);
      default:
        return t(verb, { who });
    }
  };
}
