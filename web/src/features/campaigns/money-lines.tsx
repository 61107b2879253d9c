import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHere } from './campaign-context.ts';
import { moneyTexts } from './money-texts/texts.ts';

const size = { size: 16, stroke: 1.75 };

interface MoneyLinesProps<Line> {
  title: string;
  text: string;
  /** What the button says that adds one. */
  addLabel: string;
  none: { title: string; text: string };
  lines: readonly Line[];
  columns: readonly Column<Line>[];
  remove: (line: Line) => void;
  /** The form of a line; null: of a new one. */
  form: (line: Line | null, onClose: () => void) => ReactNode;
}

/** Amounts written down by hand: added, changed and, after a question, removed by whoever may edit the campaign. */
export function MoneyLines<Line extends { id: string; label: string }>(props: MoneyLinesProps<Line>) {
  const t = useTexts(moneyTexts);
  const { campaign } = useHere();
  const [edited, setEdited] = useState<Line | 'new' | null>(null);
  const ask = async (line: Line) => {
    const question = { title: t('removeTitle', { label: line.label }), text: t('removeText'), action: t('remove') };
    if (await confirm({ ...question, danger: true })) props.remove(line);
  };
  const add = campaign.may.edit ? (
    <Button icon={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {props.addLabel}
    </Button>
  ) : null;
  return (
    <Section title={props.title} text={props.text} actions={props.lines.length > 0 ? add : null}>
      <PlainTable
        label={props.title}
        rows={props.lines}
        rowKey={({ id }) => id}
        rowName={({ label }) => label}
        columns={props.columns}
        {...(campaign.may.edit
          ? {
              onOpen: setEdited,
              menu: (line: Line) => [
                { label: t('change'), icon: <IconPencil {...size} />, onClick: () => setEdited(line) },
                { label: t('remove'), icon: <IconTrash {...size} />, onClick: () => void ask(line), danger: true },
              ],
            }
          : {})}
        empty={<EmptyState {...props.none} action={add} />}
      />
      {edited ? props.form(edited === 'new' ? null : edited, () => setEdited(null)) : null}
    </Section>
  );
}
