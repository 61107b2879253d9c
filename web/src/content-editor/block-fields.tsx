import { IconArticle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Block } from '../../../contract/design.ts';
import { TextField } from '../form/text-field.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { PictureField } from '../pictures/picture-field.tsx';
import { Button } from '../ui/button.tsx';
import { Text } from '../ui/text.tsx';
import { ArticlePicker } from './article-picker.tsx';
import { texts } from './block-texts/texts.ts';
import { RichWords } from './rich-words.tsx';

interface FieldsOf<K extends Block['kind']> {
  block: Extract<Block, { kind: K }>;
  onChange: (block: Block) => void;
  disabled?: boolean | undefined;
}

/** What a block says, each kind by its own fields. */
export function BlockFields({ block, onChange, disabled }: FieldsOf<Block['kind']>) {
  const t = useTexts(texts);
  const shared = { onChange, disabled };
  switch (block.kind) {
    case 'heading':
      return (
        <TextField
          label={t('words')}
          value={block.text}
          disabled={disabled}
          onChange={(text) => onChange({ ...block, text })}
        />
      );
    case 'text':
      return (
        <RichWords
          label={t('block_text')}
          value={block.html}
          disabled={disabled}
          onChange={(html) => onChange({ ...block, html })}
        />
      );
    case 'picture':
      return <PictureFields block={block} {...shared} />;
    case 'button':
      return <ButtonFields block={block} {...shared} />;
    case 'columns':
      return <ColumnFields block={block} {...shared} />;
    case 'article':
      return <ArticleFields block={block} {...shared} />;
    case 'line':
      return null;
  }
}

function PictureFields({ block, onChange, disabled }: FieldsOf<'picture'>) {
  const t = useTexts(texts);
  return (
    <>
      <PictureField
        label={t('block_picture')}
        hideLabel
        value={block.picture}
        disabled={disabled}
        onChange={(picture) => onChange({ ...block, picture })}
      />
      {block.picture ? (
        <TextField
          label={t('href')}
          hint={t('hrefPicture')}
          value={block.href}
          disabled={disabled}
          onChange={(href) => onChange({ ...block, href })}
        />
      ) : null}
    </>
  );
}

function ButtonFields({ block, onChange, disabled }: FieldsOf<'button'>) {
  const t = useTexts(texts);
  return (
    <>
      <TextField
        label={t('words')}
        value={block.text}
        disabled={disabled}
        onChange={(text) => onChange({ ...block, text })}
      />
      <TextField
        label={t('href')}
        hint={t('hrefHint')}
        value={block.href}
        disabled={disabled}
        onChange={(href) => onChange({ ...block, href })}
      />
    </>
  );
}

function ColumnFields({ block, onChange, disabled }: FieldsOf<'columns'>) {
  const t = useTexts(texts);
  return (
    <>
      {(['left', 'right'] as const).map((side) => (
        <RichWords
          key={side}
          label={t(side)}
          value={block[side]}
          disabled={disabled}
          onChange={(html) => onChange({ ...block, [side]: html })}
        />
      ))}
    </>
  );
}

function ArticleFields({ block, onChange, disabled }: FieldsOf<'article'>) {
  const t = useTexts(texts);
  const [picking, setPicking] = useState(false);
  return (
    <>
      <Text>{block.title}</Text>
      <div>
        <Button icon={<IconArticle size={16} />} disabled={disabled} onClick={() => setPicking(true)}>
          {t('anotherArticle')}
        </Button>
      </div>
      <ArticlePicker
        open={picking}
        onClose={() => setPicking(false)}
        onPick={({ no, title }) => {
          setPicking(false);
          onChange({ ...block, no, title });
        }}
      />
    </>
  );
}
