import { IconArrowsMaximize } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Modal } from './modal.tsx';
import './enlarging-picture.css';

interface EnlargingPictureProps {
  /** What it shows, for those who don't see it. */
  title: string;
  /** The picture, as wide as its place. */
  picture: ReactNode;
  /** What its numbers point at, in their order. */
  notes: readonly string[];
}

function Notes({ notes }: Pick<EnlargingPictureProps, 'notes'>) {
  return (
    <ol className="enlarging-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ol>
  );
}

/** O54: a picture with explanations that opens enlarged on click. */
export function EnlargingPicture({ title, picture, notes }: EnlargingPictureProps) {
  const t = useTexts(shared);
  const [open, setOpen] = useState(false);
  return (
    <figure className="enlarging">
      <button
        type="button"
        className="enlarging-small"
        onClick={() => setOpen(true)}
        aria-label={`${t('enlarge')}: ${title}`}
      >
        {picture}
        <IconArrowsMaximize size={16} stroke={1.75} aria-hidden="true" className="enlarging-mark" />
      </button>
      <figcaption>
        <Notes notes={notes} />
      </figcaption>
      <Modal open={open} onClose={() => setOpen(false)} title={title} size="large" over>
        {picture}
        <Notes notes={notes} />
      </Modal>
    </figure>
  );
}
