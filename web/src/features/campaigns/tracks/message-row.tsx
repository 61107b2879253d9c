import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import type { DragEvent } from 'react';
import type { TrackMessage } from '../../../../../contract/tracks.ts';
import { TextField } from '../../../form/text-field.tsx';
import { useTexts } from '../../../i18n/use-texts.ts';
import { campaignStop } from '../../../paths.ts';
import { Badge } from '../../../ui/badge.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Link } from '../../../ui/link.tsx';
import { Text } from '../../../ui/text.tsx';
import { useHere } from '../campaign-context.ts';
import { trackTexts } from '../track-texts/texts.ts';
import type { Draft } from './track-draft.ts';

interface Spot {
  track: number;
  place: number;
}

interface MessageRowProps {
  message: Draft['messages'][number];
  /** As it is stored; absent while it is new. */
  known: TrackMessage | undefined;
  at: Spot;
  last: number;
  mayEdit: boolean;
  onRename: (name: string) => void;
  onRemove: () => void;
  onCarry: (from: Spot, to: Spot) => void;
}

const KIND = 'application/x-track-message';

/** One message of a track: carried by its grip, or moved by the arrows. */
export function MessageRow({ message, known, at, last, mayEdit, onRename, onRemove, onCarry }: MessageRowProps) {
  const t = useTexts(trackTexts);
  const name = message.name || t('messageNo', { number: at.place + 1 });
  const drop = (event: DragEvent) => {
    const from = event.dataTransfer.getData(KIND);
    if (from === '') return;
    event.preventDefault();
    onCarry(JSON.parse(from) as Spot, at);
  };
  return (
    <li className="track-message" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <div className="track-message-head">
        {mayEdit ? (
          <span
            className="track-grip"
            draggable
            aria-hidden="true"
            onDragStart={(event) => event.dataTransfer.setData(KIND, JSON.stringify(at))}
          >
            <IconGripVertical size={16} />
          </span>
        ) : null}
        <TextField
          label={t('messageName', { number: at.place + 1 })}
          hideLabel
          value={message.name}
          onChange={onRename}
          disabled={!mayEdit}
        />
        {mayEdit ? (
          <>
            <IconButton
              label={t('moveUp', { name })}
              icon={<IconArrowUp size={16} />}
              disabled={at.place === 0}
              onClick={() => onCarry(at, { ...at, place: at.place - 1 })}
            />
            <IconButton
              label={t('moveDown', { name })}
              icon={<IconArrowDown size={16} />}
              disabled={at.place === last}
              onClick={() => onCarry(at, { ...at, place: at.place + 1 })}
            />
            <IconButton label={t('removeMessage', { name })} icon={<IconTrash size={16} />} onClick={onRemove} />
          </>
        ) : null}
      </div>
      {known ? (
        <Result message={known} />
      ) : (
        <Text size="small" tone="quiet">
          {t('writeAfterSaving')}
        </Text>
      )}
    </li>
  );
}

/** Where it is written, and what became of it. */
function Result({ message }: { message: TrackMessage }) {
  const t = useTexts(trackTexts);
  const { campaign } = useHere();
  const { planned, sent, failed, opened, clicked } = message;
  return (
    <div className="track-result">
      <Link href={campaignStop(campaign.id, 'what', { action: message.actionId })}>
        {message.subject || t(message.written ? 'withoutSubject' : 'write')}
      </Link>
      {message.written ? null : <Badge tone="warn">{t('unwritten')}</Badge>}
      {planned > 0 ? (
        <Text size="small" tone="quiet" as="span">
          {t('messageNumbers', { sent, opened, clicked, failed })}
        </Text>
      ) : null}
    </div>
  );
}
