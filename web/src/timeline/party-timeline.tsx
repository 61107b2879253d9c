import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowMerge,
  IconBan,
  IconCash,
  IconCheck,
  IconClick,
  IconFileImport,
  IconFileInvoice,
  IconFileText,
  IconList,
  IconListCheck,
  IconMailOpened,
  IconMessageReply,
  IconPhone,
  IconPhoneIncoming,
  IconPhoneX,
  IconPlus,
  IconSend,
  IconTargetArrow,
  IconTrophy,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { getCompanyTimeline, getContactTimeline, type TimelineEntry } from '../../../contract/crm.ts';
import type { PartyEntity } from '../../../contract/crm-fields.ts';
import { editLineItem } from '../../../contract/interactions.ts';
import { getLeadTimeline } from '../../../contract/leads.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { ItemDrawer } from '../dossier/item-drawer.tsx';
import { ITEM_ANSWERS } from '../dossier/use-settle.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { letterFile, paths } from '../paths.ts';
import { useMay } from '../session/session.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Row } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Timeline } from '../ui/timeline.tsx';
import type { Tone } from '../ui/tone.ts';
import { Money } from '../ui/values.tsx';
import { MessageDrawer } from './message-drawer.tsx';
import { texts } from './texts/texts.ts';

const SOURCES = { contact: getContactTimeline, company: getCompanyTimeline, lead: getLeadTimeline };

const STEP = 30;
const MOST = 200;

const TONES: Partial<Record<TimelineEntry['kind'], Tone>> = {
  message: 'accent',
  opened: 'good',
  clicked: 'good',
  replied: 'good',
  answered: 'good',
  converted: 'good',
  reached: 'good',
  became_customer: 'good',
  offer_accepted: 'good',
  deal_won: 'good',
  consent_given: 'good',
  consent_withdrawn: 'warn',
  unsubscribed: 'warn',
  suppressed: 'warn',
  invoice_credited: 'warn',
  offer_declined: 'warn',
  deal_lost: 'warn',
  failed: 'bad',
  bounced: 'bad',
  complained: 'bad',
};

const ICONS: Record<TimelineEntry['kind'], ComponentType<{ size?: number; stroke?: number }>> = {
  created: IconPlus,
  became_customer: IconUserCheck,
  imported: IconFileImport,
  interaction: IconListCheck,
  merged: IconArrowMerge,
  message: IconSend,
  listed: IconList,
  failed: IconAlertTriangle,
  confirmed: IconCheck,
  bounced: IconArrowBackUp,
  opened: IconMailOpened,
  clicked: IconClick,
  replied: IconMessageReply,
  answered: IconMessageReply,
  complained: IconAlertTriangle,
  reached: IconPhone,
  not_reached: IconPhoneX,
  call_back: IconPhoneIncoming,
  unsubscribed: IconUserOff,
  converted: IconCash,
  consent_given: IconCheck,
  consent_withdrawn: IconUserOff,
  suppressed: IconBan,
  suppression_lifted: IconCheck,
  invoice_issued: IconFileInvoice,
  invoice_credited: IconArrowBackUp,
  offer_sent: IconFileText,
  offer_accepted: IconCheck,
  offer_declined: IconBan,
  deal_created: IconTargetArrow,
  deal_moved: IconTargetArrow,
  deal_won: IconTrophy,
  deal_lost: IconBan,
};

const icon = (kind: TimelineEntry['kind']) => {
  const Icon = ICONS[kind];
  return <Icon size={14} stroke={1.75} />;
};

const CHANNELS = ['email', 'sms', 'letter', 'call', 'all'] as const;

/** The words of an entry. */
function useEntryText(): (entry: TimelineEntry) => string {
  const t = useTexts(texts);
  return ({ kind, params }) => {
    const written = (name: string) => String(params[name] ?? '–');
    const channel = CHANNELS.find((one) => one === params['channel']);
    const sent = channel === 'letter' ? 'letterSent' : 'message';
    return t(kind !== 'message' ? kind : params['type'] ? 'typed' : sent, {
      type: written('type'),
      subject: written('subject'),
      name: written('name'),
      campaign: written('campaign'),
      file: written('file'),
      line: written('line'),
      topic: written('topic'),
      value: written('value'),
      number: written('number'),
      title: written('title'),
      stage: written('stage'),
      channel: channel ? t(channel) : written('channel'),
    } as never);
  };
}

const isLetter = ({ params }: TimelineEntry) => params['channel'] === 'letter';

const RECORDS = {
  invoice: { open: 'openInvoice', path: paths.invoice },
  offer: { open: 'openOffer', path: paths.offer },
  opportunity: { open: 'openOpportunity', path: paths.opportunity },
} as const;

/** What it was worth, and the way to the invoice, offer or deal. */
function OpenRecord({ entry, record }: { entry: TimelineEntry; record: NonNullable<TimelineEntry['record']> }) {
  const t = useTexts(texts);
  const { open, path } = RECORDS[record.kind];
  const { amountMinor, currency, reason } = entry.params;
  return (
    <>
      {typeof amountMinor === 'number' ? <Money minor={amountMinor} currency={String(currency)} /> : null}
      {reason ? <span className="text-quiet">{reason}</span> : null}
      <Link href={path(record.id)}>{t(open)}</Link>
    </>
  );
}

interface EntryDetailProps {
  entry: TimelineEntry;
  open: () => void;
  openItem: (id: string) => void;
}

function EntryDetail({ entry, open, openItem }: EntryDetailProps) {
  const t = useTexts(texts);
  const [maySeeImport, mayEdit] = [useMay('crm.import'), useMay('crm.edit')];
  const note = useAction(editLineItem, { invalidate: ITEM_ANSWERS, onSuccess: ({ id }) => openItem(id) });
  const campaignId = entry.params['campaignId'];
  const url = entry.params['url'];
  return (
    <Row gap="small">
      {entry.record ? <OpenRecord entry={entry} record={entry.record} /> : null}
      {entry.link && isLetter(entry) ? (
        <Link href={letterFile(String(entry.link.runId), Number(entry.link.no))} newTab>
          {t('openLetter')}
        </Link>
      ) : null}
      {entry.link && !isLetter(entry) ? (
        <Button size="small" look="quiet" onClick={open}>
          {t('openMessage')}
        </Button>
      ) : null}
      {entry.interactionId ? (
        <Button size="small" look="quiet" onClick={() => openItem(entry.interactionId ?? '')}>
          {t('openItem')}
        </Button>
      ) : null}
      {entry.link && !entry.interactionId && entry.params['type'] && mayEdit ? (
        <Button size="small" look="quiet" onClick={() => note.run(entry.link as never)}>
          {t('addNote')}
        </Button>
      ) : null}
      {typeof url === 'string' ? <span className="text-quiet">{url}</span> : null}
      {typeof campaignId === 'string' && !entry.link ? (
        <Link href={paths.campaign(campaignId)}>{String(entry.params['campaign'])}</Link>
      ) : null}
      {entry.importId && maySeeImport ? (
        <Link href={paths.import(entry.importId)}>{String(entry.params['file'])}</Link>
      ) : null}
    </Row>
  );
}

/** Everything that was sent to somebody or happened with them. */
export function PartyTimeline({ entity, id }: { entity: PartyEntity; id: string }) {
  const t = useTexts(texts);
  const textOf = useEntryText();
  const [limit, setLimit] = useState(STEP);
  const [message, setMessage] = useState<{ runId: string; no: number } | null>(null);
  const [item, setItem] = useState<string | null>(null);
  const source = SOURCES[entity];
  const { data, problem } = useEndpoint(
    source as typeof getContactTimeline,
    { id: id as never, limit },
    { keep: true },
  );
  const entries = data?.entries ?? [];
  const more = data?.next && limit < MOST;
  return (
    <Section title={t('timeline')} text={t('timelineText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {!data && !problem ? <Skeleton lines={4} /> : null}
      {data && entries.length === 0 ? <EmptyState title={t('timelineEmpty')} text={t('timelineEmptyText')} /> : null}
      <Timeline
        items={entries.map((entry) => ({
          key: entry.id,
          at: String(entry.at),
          title: textOf(entry),
          tone: TONES[entry.kind],
          icon: icon(entry.kind),
          text:
            entry.link ||
            entry.record ||
            entry.importId ||
            entry.params['url'] ||
            entry.interactionId ||
            entry.params['campaignId'] ? (
              <EntryDetail entry={entry} open={() => setMessage(entry.link)} openItem={setItem} />
            ) : undefined,
        }))}
      />
      {more ? (
        <Row>
          <Button size="small" onClick={() => setLimit(Math.min(MOST, limit + STEP * 2))}>
            {t('earlier')}
          </Button>
        </Row>
      ) : null}
      <ItemDrawer id={item} onClose={() => setItem(null)} />
      <MessageDrawer link={message} onClose={() => setMessage(null)} />
    </Section>
  );
}
