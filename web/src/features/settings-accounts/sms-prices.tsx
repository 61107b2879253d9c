import { IconPlus, IconX } from '@tabler/icons-react';
import { listSmsPrices, type SmsPrice, saveSmsPrices, smsUsage } from '../../../../contract/sms.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Form, FormFoot } from '../../form/form.tsx';
import { NumberField } from '../../form/number-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { usageTexts } from './usage-texts/texts.ts';

const WHOLE = 1_000_000;

/** What a part costs, by country. */
export function SmsPrices({ disabled }: { disabled: boolean }) {
  const t = useTexts(usageTexts);
  const { data } = useEndpoint(listSmsPrices, {});
  return (
    <Section title={t('prices')} text={t('pricesText')}>
      {data ? <Prices {...data} disabled={disabled} /> : null}
    </Section>
  );
}

function Prices({ prices, currency, disabled }: { prices: SmsPrice[]; currency: string; disabled: boolean }) {
  const t = useTexts(usageTexts);
  const save = useAction(saveSmsPrices, { invalidate: [listSmsPrices, smsUsage], done: t('saved'), toast: false });
  const form = useForm({ schema: saveSmsPrices.input, start: { prices }, send: save.runAsync });
  const rows = form.values.prices;
  const put = (changed: SmsPrice[]) => form.set('prices', changed);
  return (
    <Form form={form} onSaved={() => form.reset(form.values)}>
      <Stack gap="small">
        {rows.map((row, at) => (
          <Row key={String(at)} align="end" oneLine>
            <TextField
              name={`prices.${at}.country`}
              label={t('country')}
              example={t('allOthers')}
              disabled={disabled}
            />
            <NumberField
              label={t('perPart')}
              value={row.perPartMillionths / WHOLE}
              digits={6}
              min={0}
              unit={currency}
              disabled={disabled}
              onChange={(price) =>
                put(
                  rows.map((one, i) =>
                    i === at ? { ...one, perPartMillionths: Math.round((price ?? 0) * WHOLE) } : one,
                  ),
                )
              }
            />
            {disabled ? null : (
              <IconButton
                label={t('removePrice')}
                icon={<IconX size={16} />}
                onClick={() => put(rows.filter((_, i) => i !== at))}
              />
            )}
          </Row>
        ))}
        {disabled ? null : (
          <Row>
            <Button
              size="small"
              icon={<IconPlus size={14} />}
              onClick={() => put([...rows, { country: '', perPartMillionths: 0 }])}
            >
              {t('addPrice')}
            </Button>
          </Row>
        )}
      </Stack>
      {disabled ? null : <FormFoot action={t('savePrices')} />}
    </Form>
  );
}
