import { IconPlus, IconX } from '@tabler/icons-react';
import type { FieldOption } from '../../../../contract/crm-fields.ts';
import { useBinding } from '../../form/binding.ts';
import { FieldGroup } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';

/** A value of its own for a new choice, so that it can be renamed later. */
const freshValue = (): string => crypto.randomUUID().slice(0, 8);

/** The choices of a field, each a line. */
export function ChoicesField() {
  const t = useTexts(texts);
  const bound = useBinding<FieldOption[]>({ name: 'options' }, []);
  const put = (place: number, label: string) =>
    bound.set(bound.value.map((option, other) => (other === place ? { ...option, label } : option)));
  return (
    <FieldGroup title={t('choices')}>
      <Text size="small" tone="quiet">
        {t('choicesHint')}
      </Text>
      <Stack gap="small">
        {bound.value.map((option, place) => (
          <Row key={option.value} oneLine>
            <TextField
              label={t('choice', { number: place + 1 })}
              hideLabel
              value={option.label}
              onChange={(label) => put(place, label)}
            />
            <IconButton
              label={t('removeChoice', { number: place + 1 })}
              icon={<IconX size={16} />}
              onClick={() => bound.set(bound.value.filter((_, other) => other !== place))}
            />
          </Row>
        ))}
        {bound.error ? (
          <Text size="small" tone="bad">
            {bound.error}
          </Text>
        ) : null}
        <Row>
          <Button
            size="small"
            icon={<IconPlus size={14} />}
            onClick={() => bound.set([...bound.value, { value: freshValue(), label: '' }])}
          >
            {t('addChoice')}
          </Button>
        </Row>
      </Stack>
    </FieldGroup>
  );
}
