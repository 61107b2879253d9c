import { useState } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Modal } from './modal.tsx';

interface PictureProps {
  src: string;
  /** What is seen in it. */
  alt: string;
  /** In pixels, at most. */
  width?: number | undefined;
}

/** A picture that enlarges. */
export function Picture({ src, alt, width = 240 }: PictureProps) {
  const t = useTexts(shared);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="picture" onClick={() => setOpen(true)} aria-label={`${t('enlarge')}: ${alt}`}>
        <img src={src} alt="" style={{ maxWidth: width }} loading="lazy" />
      </button>
      <Modal open={open} onClose={() => setOpen(false)} title={alt} size="large">
        <img src={src} alt={alt} className="picture-large" />
      </Modal>
    </>
  );
}
