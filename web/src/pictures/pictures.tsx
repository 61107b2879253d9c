import { IconDots } from '@tabler/icons-react';
import { useRef, useState } from 'react';
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
  /** Several may be brought at once. */
  many?: boolean | undefined;
}

const SHOWN = 60;

/** The pictures of the house, the newest first; new ones are dropped or chosen. */
export function Pictures({ onPick, action, menu, many = false }: PicturesProps) {
  const t = useTexts(texts);
  const mayAdd = useMay('campaign.create');
  const [words, setWords] = useState('');
  const search = useLater(words.trim());
  const { data } = useEndpoint(listPictures, { search, limit: SHOWN }, { keep: true });
  const total = data?.total ?? 0;
  return (
    <div className="stack gap-normal">
      {mayAdd ? <NewPictures many={many} onAdded={onPick} /> : null}
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

interface NewPicturesProps {
  many: boolean;
  /** One came alone; several are only shown. */
  onAdded: (picture: Picture) => void;
}

/** Sent as soon as they are chosen; what is wrong with one is told at the field. */
function NewPictures({ many, onAdded }: NewPicturesProps) {
  const t = useTexts(texts);
  const refresh = useRefresh();
  const [wrong, setWrong] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const { current: batch } = useRef({ open: 0, added: [] as Picture[] });
  const ended = () => {
    batch.open -= 1;
    if (batch.open > 0) return;
    const [first, ...others] = batch.added.splice(0);
    setBusy(false);
    refresh(listPictures);
    if (first && others.length === 0) onAdded(first);
  };
  const send = async (file: File | null) => {
    if (!file) return;
    if (batch.open === 0) setWrong([]);
    batch.open += 1;
    setBusy(true);
    try {
      batch.added.push(await upload<Picture>(PICTURES_PATH, { file }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const said = error.errors[0]?.message ?? error.message;
      setWrong((others) => [...others, many ? `${file.name}: ${said}` : said]);
    } finally {
      ended();
    }
  };
  return (
    <FileField
      label={t(many ? 'addMany' : 'add')}
      hint={t('addHint')}
      kinds={PICTURE_KINDS}
      largest={MAX_PICTURE}
      many={many}
      value={null}
      onChange={(file) => void send(file)}
      error={wrong.length > 0 ? wrong.join(' ') : undefined}
      disabled={busy}
    />
  );
}
