import type { Picture } from '../../../contract/media.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Modal } from '../ui/modal.tsx';
import { Pictures } from './pictures.tsx';
import { texts } from './texts/texts.ts';

interface PicturePickerProps {
  open: boolean;
  onClose: () => void;
  onPick: (picture: Picture) => void;
}

/** One of the house's pictures, or a new one. */
export function PicturePicker({ open, onClose, onPick }: PicturePickerProps) {
  const t = useTexts(texts);
  return (
    <Modal open={open} onClose={onClose} title={t('choosePicture')} size="large">
      <Pictures onPick={onPick} action={(name) => t('choose', { name })} />
    </Modal>
  );
}
