import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import type { FurtherAddress } from '../../../../contract/party.ts';
import { useBinding } from '../../form/binding.ts';
import { TextField } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

/** Addresses and numbers beside the first one, which is the one written to; any of them can be made the first. */
export function FurtherInputs() {
  const t = useTexts(texts);
  const bound = useBinding<FurtherAddress[]>({ name: 'further' }, []);
  const email = useBinding<string>({ name: 'email' }, '');
  const phone = useBinding<string>({ name: 'phone' }, '');
  const rows = bound.value;
  const without = (place: number) => rows.filter((_, other) => other !== place);
  const add = (kind: FurtherAddress['kind']) => bound.set([...rows, { kind, label: '', address: '' }]);
  const makeFirst = (place: number) => {
    const chosen = rows[place];
    if (!chosen) return;
    const first = chosen.kind === 'email' ? email : phone;
    const former = first.value ? [{ ...chosen, label: '', address: first.value }] : [];
    bound.set([...former, ...without(place)]);
    first.set(chosen.address);
  };
  return (
    <Stack gap="small">
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields are bound by their place
        <Row key={place} align="end">
          <TextField
            name={`further.${place}.address`}
            label={t(row.kind === 'email' ? 'furtherEmail' : 'furtherPhone')}
            kind={row.kind === 'email' ? 'email' : 'tel'}
          />
          <TextField name={`further.${place}.label`} label={t('furtherLabel')} />
          <IconButton label={t('makeFirst')} icon={<IconArrowUp size={16} />} onClick={() => makeFirst(place)} />
          <IconButton
            label={t('removeFurther', { number: place + 1 })}
            icon={<IconX size={16} />}
            onClick={() => bound.set(without(place))}
          />
        </Row>
      ))}
      <Row>
        <Button size="small" icon={<IconPlus size={14} />} onClick={() => add('email')}>
          {t('addEmail')}
        </Button>
        <Button size="small" icon={<IconPlus size={14} />} onClick={() => add('phone')}>
          {t('addPhone')}
        </Button>
      </Row>
      {rows.length > 0 ? (
        <Text size="small" tone="quiet">
          {t('furtherHint')}
        </Text>
      ) : null}
    </Stack>
  );
}
