import { IconTrash } from '@tabler/icons-react';
import type { LetterPlan } from '../../../../contract/letters.ts';
import { FieldRow } from '../../form/form.tsx';
import { MoneyField, NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { letterTexts } from './letter-texts/texts.ts';

interface ListProps<T> {
  rows: readonly T[];
  set: (rows: T[]) => void;
  currency: string;
}

const without = <T,>(rows: readonly T[], at: number): T[] => rows.filter((_, place) => place !== at);

/** What goes into each envelope with the letter. */
export function Enclosures({ rows, set, currency }: ListProps<LetterPlan['enclosures'][number]>) {
  const t = useTexts(letterTexts);
  return (
    <Stack gap="small">
      {rows.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the fields are named by
        <FieldRow key={at}>
          <TextField name={`enclosures.${at}.name`} label={t('enclosure', { count: at + 1 })} />
          <NumberField name={`enclosures.${at}.grams`} label={t('grams')} unit="g" min={0} max={2000} />
          <MoneyField name={`enclosures.${at}.costMinor`} label={t('each')} currency={currency} />
          <IconButton
            label={t('removeEnclosure', { count: at + 1 })}
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={() => set(without(rows, at))}
          />
        </FieldRow>
      ))}
      <Row>
        <Button size="small" onClick={() => set([...rows, { name: '', grams: 0, costMinor: 0 }])}>
          {t('addEnclosure')}
        </Button>
      </Row>
    </Stack>
  );
}

/** What postage costs, by weight. */
export function Postage({ rows, set, currency }: ListProps<LetterPlan['postage'][number]>) {
  const t = useTexts(letterTexts);
  const next = (rows.at(-1)?.upToGrams ?? 0) + (rows.length === 0 ? 20 : 50);
  return (
    <Stack gap="small">
      {rows.map((_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the fields are named by
        <FieldRow key={at}>
          <NumberField name={`postage.${at}.upToGrams`} label={t('upTo')} unit="g" min={1} max={2000} />
          <MoneyField name={`postage.${at}.costMinor`} label={t('stamp')} currency={currency} />
          <IconButton
            label={t('removeStep', { count: at + 1 })}
            icon={<IconTrash size={16} stroke={1.75} />}
            onClick={() => set(without(rows, at))}
          />
        </FieldRow>
      ))}
      <Row>
        <Button size="small" onClick={() => set([...rows, { upToGrams: next, costMinor: 0 }])}>
          {t('addStep')}
        </Button>
      </Row>
    </Stack>
  );
}
