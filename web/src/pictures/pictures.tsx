import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { listPictures, MAX_PICTURE, PICTURE_KINDS, PICTURES_PATH, type Picture } from '../../../contract/media.ts';
import { upload } from '../api/call.ts';
import { Problem } from '../api/problem.ts';
import { useRefresh } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { FileField } from '../form/file-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useMay } from '../session/session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuItems } from '../ui/menu.tsx';
import { Text } from '../ui/text.tsx';
import { useLater } from '../ui/use-later.ts';
import { texts } from './texts/texts.ts';
import './pictures.css';

interface PicturesProps {
  onPick: (picture: Picture) => void;
  /** What pressing one does: "Choose Winter tyres". */
  action: (name: string) => string;
  menu?: ((picture: Picture) => MenuItems) | undefined;
}

const SHOWN = 60;

/** The pictures of the house, the newest first; a new one is dropped or chosen. */
export function Pictures({ onPick, action, menu }: PicturesProps) {
  const t = useTexts(texts);
  const mayAdd = useMay('campaign.create');
  const [words, setWords] = useState('');
  const search = useLater(words.trim());
  const { data } = useEndpoint(listPictures, { search, limit: SHOWN }, { keep: true });
  const total = data?.total ?? 0;
  return (
    <div className="stack gap-normal">
      {mayAdd ? <NewPicture onAdded={onPick} /> : null}
      {data && (total > 0 || search !== '') ? (
        <TextField
          label={t('search')}
          hideLabel
          example={t('search')}
          kind="search"
          value={words}
          onChange={setWords}
        />
      ) : null}
      {data && total === 0 ? <EmptyState title={t(search ? 'noneFound' : 'none')} text={t('noneText')} /> : null}
      <ul className="pictures" aria-label={t('pictures')}>
        {(data?.rows ?? []).map((picture) => (
          <One
            key={picture.id}
            picture={picture}
            label={action(picture.name)}
            onPick={onPick}
            items={menu?.(picture)}
          />
        ))}
      </ul>
      {total > SHOWN ? <Text tone="quiet">{t('more', { count: total - SHOWN })}</Text> : null}
    </div>
  );
}

interface OneProps {
  picture: Picture;
  label: string;
  onPick: (picture: Picture) => void;
  items: MenuItems | undefined;
}

function One({ picture, label, onPick, items }: OneProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const { name, address, width, height, size } = picture;
  return (
    <li className="picture-one">
      <button type="button" className="picture-choice" aria-label={label} onClick={() => onPick(picture)}>
        <img src={new URL(address).pathname} alt="" loading="lazy" />
        <span className="picture-name">{name}</span>
      </button>
      <div className="picture-foot">
        <Text size="small" tone="quiet">
          {width} × {height} · {format.bytes(size)}
        </Text>
        {items ? (
          <Menu target={<IconButton label={t('deeds', { name })} icon={<IconDots size={16} />} />} items={items} />
        ) : null}
      </div>
    </li>
  );
}

/** Sent as soon as it is chosen; what is wrong with it is told at the field. */
function NewPicture({ onAdded }: { onAdded: (picture: Picture) => void }) {
  const t = useTexts(texts);
  const refresh = useRefresh();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    setWrong(undefined);
    try {
      const added = await upload<Picture>(PICTURES_PATH, { file });
      refresh(listPictures);
      onAdded(added);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setWrong(error.errors[0]?.message ?? error.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <FileField
      label={t('add')}
      hint={t('addHint')}
      kinds={PICTURE_KINDS}
      largest={MAX_PICTURE}
      value={null}
      onChange={(file) => void send(file)}
      error={wrong}
      disabled={busy}
    />
  );
}
