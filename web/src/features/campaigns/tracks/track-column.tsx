import { IconArrowLeft, IconArrowRight, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { AFTER_FAILURE, type Tracks } from '../../../../../contract/tracks.ts';
import type { FieldError } from '../../../api/problem.ts';
import { SelectField } from '../../../form/choice-fields.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Text } from '../../../ui/text.tsx';
import { trackTexts } from '../track-texts/texts.ts';
import { InterestField } from './interest-field.tsx';
import { MessageRow } from './message-row.tsx';
import { carried, type Draft } from './track-draft.ts';

interface TrackColumnProps {
  draft: Draft;
  index: number;
  last: number;
  stored: Tracks;
  mayEdit: boolean;
  problems: readonly FieldError[];
  onChange: (draft: Draft) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  all: readonly Draft[];
  onAll: (drafts: Draft[]) => void;
}

export function TrackColumn(props: TrackColumnProps) {
  const { draft, index, stored, mayEdit, onChange } = props;
  const t = useTexts(trackTexts);
  const label = useId();
  const problem = (field: string) => props.problems.find((one) => one.field === `tracks.${index}.${field}`)?.message;
  const people = stored.tracks.find(({ id }) => id === draft.id);
  const add = () =>
    onChange({
      ...draft,
      messages: [...draft.messages, { name: t('messageNo', { number: draft.messages.length + 1 }) }],
    });
  return (
    <section className="track" aria-labelledby={label}>
      <header className="track-head">
        <h3 id={label}>{draft.name || t('trackNo', { number: index + 1 })}</h3>
        {mayEdit ? <TrackMenu {...props} /> : null}
      </header>
      {people ? <People people={people.people} earlier={people.onEarlierVersion} /> : null}
      <TextField
        label={t('trackName')}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        error={problem('name')}
        disabled={!mayEdit}
      />
      <InterestField
        value={draft.interest}
        interests={stored.interests}
        onChange={(interest) => onChange({ ...draft, interest })}
        error={problem('interest')}
        disabled={!mayEdit}
      />
      <SelectField
        label={t('afterFailure')}
        value={draft.afterFailure}
        choices={AFTER_FAILURE.map((value) => ({ value, label: t(`afterFailure_${value}`) }))}
        onChange={(afterFailure) => afterFailure && onChange({ ...draft, afterFailure })}
        disabled={!mayEdit}
      />
      <ol className="track-messages" aria-label={t('messagesOf', { track: draft.name })}>
        {draft.messages.map((message, place) => (
          <MessageRow
            key={message.actionId ?? `new ${place}`}
            message={message}
            known={people?.messages.find(({ actionId }) => actionId === message.actionId)}
            at={{ track: index, place }}
            last={draft.messages.length - 1}
            mayEdit={mayEdit}
            onRename={(name) =>
              onChange({ ...draft, messages: draft.messages.map((one, at) => (at === place ? { ...one, name } : one)) })
            }
            onRemove={() => onChange({ ...draft, messages: draft.messages.filter((_, at) => at !== place) })}
            onCarry={(from, to) => props.onAll(carried(props.all, from, to))}
          />
        ))}
      </ol>
      {draft.messages.length === 0 ? <Text tone="quiet">{t('trackEmpty')}</Text> : null}
      {mayEdit ? (
        <Button size="small" icon={<IconPlus size={15} />} onClick={add}>
          {t('addMessage')}
        </Button>
      ) : null}
    </section>
  );
}

function TrackMenu({ draft, index, last, onMove, onRemove }: TrackColumnProps) {
  const t = useTexts(trackTexts);
  return (
    <Menu
      target={<IconButton label={t('trackMenu', { track: draft.name })} icon={<IconDots size={18} />} />}
      items={[
        index > 0 && { label: t('earlier'), icon: <IconArrowLeft size={16} />, onClick: () => onMove(index - 1) },
        index < last && { label: t('later'), icon: <IconArrowRight size={16} />, onClick: () => onMove(index + 1) },
        { label: t('removeTrack'), icon: <IconTrash size={16} />, danger: true, apart: true, onClick: onRemove },
      ]}
    />
  );
}

function People({ people, earlier }: { people: Tracks['tracks'][number]['people']; earlier: number }) {
  const t = useTexts(trackTexts);
  const within = people.active + people.held + people.queued;
  if (within + people.finished + people.left === 0) return null;
  return (
    <Text size="small" tone="quiet" as="div">
      {t('peopleIn', { within, through: people.finished, left: people.left })}
      {earlier > 0 ? ` · ${t('onEarlier', { count: earlier })}` : null}
    </Text>
  );
}
