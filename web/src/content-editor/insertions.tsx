import { IconArticle, IconBraces, IconPhoto } from '@tabler/icons-react';
import { articleTag } from '../../../contract/articles.ts';
import type { Picture } from '../../../contract/media.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { PicturePicker } from '../pictures/picture-picker.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ArticlePicker } from './article-picker.tsx';
import { FieldPicker } from './field-picker.tsx';
import { texts } from './texts/texts.ts';
import { writtenField } from './written-field.ts';

/** What is being chosen to be put into a text. */
export type Picking = 'field' | 'article' | 'picture';

interface InsertButtonsProps {
  /** The text they put something into. */
  part: string;
  inHtml: boolean;
  disabled?: boolean | undefined;
  onOpen: (picking: Picking) => void;
}

export function InsertButtons({ part, inHtml, disabled, onOpen }: InsertButtonsProps) {
  const t = useTexts(texts);
  const look = { size: 16, stroke: 1.75 };
  return (
    <span className="template-insert">
      {inHtml ? (
        <>
          <IconButton
            label={t('insertPicture')}
            icon={<IconPhoto {...look} />}
            disabled={disabled}
            onClick={() => onOpen('picture')}
          />
          <IconButton
            label={t('insertArticle')}
            icon={<IconArticle {...look} />}
            disabled={disabled}
            onClick={() => onOpen('article')}
          />
        </>
      ) : null}
      <IconButton
        label={t('insertFieldInto', { part })}
        icon={<IconBraces {...look} />}
        disabled={disabled}
        onClick={() => onOpen('field')}
      />
    </span>
  );
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** At most as wide as a message; Outlook reads the attribute, everybody else the style. */
const pictureTag = ({ address, name, width }: Picture): string =>
  `<img src="${escaped(address)}" alt="${escaped(name)}" width="${Math.min(width, 600)}" style="display:block;max-width:100%;height:auto;border:0">`;

interface InsertDialogsProps {
  picking: Picking | null;
  inHtml: boolean;
  linkless: boolean;
  onClose: () => void;
  onInsert: (text: string) => void;
}

export function InsertDialogs({ picking, inHtml, linkless, onClose, onInsert }: InsertDialogsProps) {
  const open = (one: Picking) => ({ open: picking === one, onClose });
  return (
    <>
      <FieldPicker
        {...open('field')}
        linkless={linkless}
        onPick={(field, fallback) => onInsert(writtenField(field, inHtml, fallback))}
      />
      {inHtml ? (
        <>
          <ArticlePicker {...open('article')} onPick={({ no }) => onInsert(articleTag(no))} />
          <PicturePicker {...open('picture')} onPick={(picture) => onInsert(pictureTag(picture))} />
        </>
      ) : null}
    </>
  );
}
