import type { CalendarEntry } from '../../../../contract/calendar.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { campaignStop, paths } from '../../paths.ts';
import { RouterLink } from '../../ui/router-link.tsx';
import { texts } from './texts/texts.ts';

/** Where an entry is looked at and changed. */
function hrefOf({ kind, campaignId, actionId, state }: CalendarEntry): string {
  const action = actionId ?? undefined;
  switch (kind) {
    case 'action':
      return campaignStop(campaignId, 'when', { action });
    case 'run':
      return campaignStop(campaignId, state === 'scheduled' ? 'when' : 'results', { action });
    case 'track':
      return paths.campaignPeople(campaignId);
    case 'occasion':
      return paths.campaignAnswers(campaignId);
    case 'activity':
      return paths.campaignPlan(campaignId);
    default:
      return paths.campaign(campaignId);
  }
}

function wordOf({ kind, state }: CalendarEntry): keyof typeof texts.shape {
  const word = state && kind !== 'action' && kind !== 'occasion' ? `one_${kind}_${state}` : `one_${kind}`;
  return (Object.hasOwn(texts.shape, word) ? word : 'what_run') as keyof typeof texts.shape;
}

/** One entry of a day: its time, of what campaign, what it is. */
export function EntryLink({ entry }: { entry: CalendarEntry }) {
  const t = useTexts(texts);
  const format = useFormat();
  const { kind, at, campaignName, title, count, state } = entry;
  const word = t(wordOf(entry) as 'one_action');
  const said = count === null || kind === 'occasion' ? word : `${word} (${format.number(count)})`;
  return (
    <RouterLink href={hrefOf(entry)} className={`calendar-entry calendar-${kind}`} data-state={state}>
      {at ? (
        <time className="calendar-time" dateTime={at}>
          {format.clock(at)}
        </time>
      ) : null}{' '}
      <span className="calendar-name">
        {title && kind !== 'occasion' ? `${title} · ${campaignName}` : title || campaignName}
      </span>{' '}
      <span className="calendar-word">{said}</span>
    </RouterLink>
  );
}
