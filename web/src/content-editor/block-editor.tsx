import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { BLOCKS, type Block, type BlockKind, type Design } from '../../../contract/design.ts';
import { TextField } from '../form/text-field.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Text } from '../ui/text.tsx';
import { ArticlePicker } from './article-picker.tsx';
import { BlockFields } from './block-fields.tsx';
import { texts } from './block-texts/texts.ts';
import { moved, newBlock } from './new-block.ts';
import './blocks.css';

interface BlockEditorProps {
  design: Design;
  onChange: (design: Design) => void;
  /** What is wrong with the message, and what could be better. */
  error?: string | undefined;
  warnings: readonly string[];
  disabled?: boolean | undefined;
}

/** A message put together from blocks: moved, filled and taken out with keys alone, too. */
export function BlockEditor({ design, onChange, error, warnings, disabled }: BlockEditorProps) {
  const t = useTexts(texts);
  const [said, setSaid] = useState('');
  const { blocks } = design;
  const put = (next: readonly Block[]) => onChange({ ...design, blocks: [...next] });
  const move = (at: number, by: -1 | 1) => {
    const kind = blocks[at]?.kind ?? 'text';
    put(moved(blocks, at, by));
    setSaid(t('moved', { block: t(`block_${kind}`), place: at + by + 1 }));
  };
  return (
    <div className="stack gap-normal">
      <ol className="blocks" aria-label={t('blocks')}>
        {blocks.map((block, at) => (
          <li key={block.id} className="block">
            <BlockHead
              block={block}
              first={at === 0}
              last={at === blocks.length - 1}
              disabled={disabled}
              onMove={(by) => move(at, by)}
              onRemove={() => put(blocks.filter(({ id }) => id !== block.id))}
            />
            <BlockFields
              block={block}
              disabled={disabled}
              onChange={(changed) => put(blocks.map((one) => (one.id === changed.id ? changed : one)))}
            />
          </li>
        ))}
      </ol>
      {blocks.length === 0 ? <Text tone="quiet">{t('nothing')}</Text> : null}
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
      {error ? <Alert tone="bad">{error}</Alert> : null}
      {warnings.map((warning) => (
        <Text key={warning} size="small" tone="warn">
          {warning}
        </Text>
      ))}
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        value={design.reason ?? ''}
        disabled={disabled}
        onChange={(reason) => onChange({ ...design, reason })}
      />
      {disabled ? null : (
        <div className="block-foot">
          <AddBlock onAdd={(block) => put([...blocks, block])} />
          <label className="block-accent">
            <input
              type="color"
              value={design.accent}
              onChange={(event) => onChange({ ...design, accent: event.currentTarget.value })}
            />
            {t('accent')}
          </label>
        </div>
      )}
    </div>
  );
}

interface BlockHeadProps {
  block: Block;
  first: boolean;
  last: boolean;
  disabled?: boolean | undefined;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function BlockHead({ block, first, last, disabled, onMove, onRemove }: BlockHeadProps) {
  const t = useTexts(texts);
  const name = t(`block_${block.kind}`);
  return (
    <div className="block-head">
      <Text size="small" tone="quiet" strong>
        {name}
      </Text>
      {disabled ? null : (
        <span className="template-insert">
          <IconButton
            label={t('up', { block: name })}
            icon={<IconArrowUp size={16} />}
            disabled={first}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={t('down', { block: name })}
            icon={<IconArrowDown size={16} />}
            disabled={last}
            onClick={() => onMove(1)}
          />
          <IconButton label={t('remove', { block: name })} icon={<IconTrash size={16} />} onClick={onRemove} />
        </span>
      )}
    </div>
  );
}

function AddBlock({ onAdd }: { onAdd: (block: Block) => void }) {
  const t = useTexts(texts);
  const [picking, setPicking] = useState(false);
  const add = (kind: BlockKind) => (kind === 'article' ? setPicking(true) : onAdd(newBlock(kind)));
  return (
    <>
      <Menu
        target={<Button icon={<IconPlus size={16} />}>{t('addBlock')}</Button>}
        items={BLOCKS.map((kind) => ({ label: t(`block_${kind}`), onClick: () => add(kind) }))}
      />
      <ArticlePicker
        open={picking}
        onClose={() => setPicking(false)}
        onPick={({ no, title }) => {
          setPicking(false);
          onAdd({ id: crypto.randomUUID(), kind: 'article', no, title });
        }}
      />
    </>
  );
}
