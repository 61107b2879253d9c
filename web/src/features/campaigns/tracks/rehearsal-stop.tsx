import { IconCalendarTime } from '@tabler/icons-react';
import { getContact } from '../../../../../contract/crm.ts';
import type { OutputOf } from '../../../../../contract/endpoint.ts';
import type { ContactId } from '../../../../../contract/ids.ts';
import { rehearseTracks } from '../../../../../contract/tracks.ts';
import { useEndpoint } from '../../../api/use-endpoint.ts';
import { formatsFor } from '../../../i18n/formats.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Section } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { List, Stack } from '../../../ui/layout.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Text } from '../../../ui/text.tsx';
import { useSearchState } from '../../../url.ts';
import { ApprovalCard } from '../approval-card.tsx';
import { useHere } from '../campaign-context.ts';
import { PartySearch } from '../party-search.tsx';
import { trackTexts } from '../track-texts/texts.ts';
import './tracks.css';

/** Before it goes: what a second person says where one is needed, and what one person will receive, and when. */
export function RehearsalStop() {
  const t = useTexts(trackTexts);
  const [search, change] = useSearchState<{ contactId?: string }>();
  return (
    <Stack>
      <ApprovalCard />
      <Section title={t('rehearsal')} text={t('rehearsalText')}>
        <PartySearch label={t('whom')} peopleOnly onPick={({ id }) => change({ contactId: id })} />
        {search.contactId ? (
          <Calendar contactId={search.contactId as ContactId} />
        ) : (
          <EmptyState
            icon={<IconCalendarTime size={32} />}
            title={t('chooseSomebody')}
            text={t('chooseSomebodyText')}
          />
        )}
      </Section>
    </Stack>
  );
}

function Calendar({ contactId }: { contactId: ContactId }) {
  const t = useTexts(trackTexts);
  const { campaign } = useHere();
  const contact = useEndpoint(getContact, { id: contactId });
  const rehearsal = useEndpoint(rehearseTracks, { id: campaign.id, contactId });
  if (rehearsal.problem) return <Alert tone="bad">{rehearsal.problem.message}</Alert>;
  if (!rehearsal.data || !contact.data) return <Skeleton lines={6} />;
  const { matches, messages, timeZone } = rehearsal.data;
  const name = `${contact.data.firstName} ${contact.data.lastName}`.trim();
  return (
    <Stack>
      <Text as="div">
        <strong>{name}</strong> · {t('byTheClock', { zone: timeZone })}
      </Text>
      {matches ? null : <Alert tone="warn">{t('wouldNotComeIn')}</Alert>}
      {messages.length === 0 ? <Text tone="quiet">{t('nothingToCome')}</Text> : null}
      <Days messages={messages} timeZone={timeZone} label={t('calendarOf', { name })} />
    </Stack>
  );
}

type Messages = OutputOf<typeof rehearseTracks>['messages'];

/** By days, as the person’s own calendar shows them. */
function Days({ messages, timeZone, label }: { messages: Messages; timeZone: string; label: string }) {
  const t = useTexts(trackTexts);
  const there = formatsFor(useFormat().language, timeZone);
  const days = new Map<string, Messages>();
  for (const message of messages) {
    const day = there.date(message.at);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  return (
    <List ordered label={label}>
      {[...days].map(([title, ofDay]) => (
        <li key={title} className="rehearsal-day">
          <h3>{title}</h3>
          <ul className="plain-list">
            {ofDay.map(({ at, actionId, heldFrom, name, track, step, steps }) => (
              <li key={actionId}>
                <span>
                  <time dateTime={at}>{there.time(at)}</time> {name || t('messageNo', { number: step })}
                  {heldFrom ? (
                    <span className="text-quiet text-small"> · {t('heldFrom', { day: there.date(heldFrom) })}</span>
                  ) : null}
                </span>
                <span className="text-quiet text-small">
                  {track} · {t('stepOf', { step, steps })}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </List>
  );
}
