import { IconPlus, IconX } from '@tabler/icons-react';
import {
  HTTP_BODIES,
  HTTP_METHODS,
  HTTP_PLACEHOLDERS,
  type HttpGateway,
  SIGNATURE_ENCODINGS,
} from '../../../../contract/sms-accounts.ts';
import { SelectField, TagsField } from '../../form/choice-fields.tsx';
import { FieldGroup, FieldRow } from '../../form/form.tsx';
import { PasswordField, TextArea, TextField } from '../../form/text-field.tsx';
import { Switch } from '../../form/toggle-fields.tsx';
import { useFormStore } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { smsTexts } from './sms-texts/texts.ts';

interface SmsHttpFieldsProps {
  http: HttpGateway;
  hasHookKey: boolean;
  set: (http: HttpGateway) => void;
}

/** The request, how its answer is read, and what the gateway tells by itself. */
export function SmsHttpFields({ http, hasHookKey, set }: SmsHttpFieldsProps) {
  const t = useTexts(smsTexts);
  const inBody = http.method !== 'GET';
  const asJson = inBody && http.body === 'json';
  return (
    <>
      <FieldGroup title={t('request')}>
        <Text size="small" tone="quiet">
          {t('placeholders', { list: HTTP_PLACEHOLDERS.map((name) => `{${name}}`).join(' ') })}
        </Text>
        <FieldRow>
          <SelectField
            name="http.method"
            label={t('method')}
            choices={HTTP_METHODS.map((value) => ({ value, label: value }))}
          />
          <TextField name="http.url" label={t('url')} kind="url" required />
        </FieldRow>
        <Pairs name="headers" label={t('headers')} http={http} set={set} />
        {inBody ? (
          <SelectField
            name="http.body"
            label={t('body')}
            choices={HTTP_BODIES.map((value) => ({ value, label: t(`body_${value}`) }))}
          />
        ) : null}
        {asJson ? (
          <TextArea name="http.template" label={t('template')} hint={t('templateHint')} rows={6} />
        ) : (
          <Pairs name="fields" label={t('fields')} http={http} set={set} />
        )}
      </FieldGroup>
      <FieldGroup title={t('answer')}>
        <TextField name="http.idPath" label={t('idPath')} hint={t('idPathHint')} />
        <FieldRow>
          <TextField name="http.success.path" label={t('successPath')} hint={t('successPathHint')} />
          <TagsField name="http.success.values" label={t('successValues')} />
        </FieldRow>
        <Switch name="http.repeatable" label={t('repeatable')} hint={t('repeatableHint')} />
      </FieldGroup>
      <Told http={http} hasHookKey={hasHookKey} set={set} />
    </>
  );
}

function Told({ http, hasHookKey, set }: SmsHttpFieldsProps) {
  const t = useTexts(smsTexts);
  return (
    <>
      <FieldGroup title={t('reports')}>
        <FieldRow>
          <TextField name="http.report.idPath" label={t('reportId')} />
          <TextField name="http.report.statePath" label={t('reportState')} />
          <TextField name="http.report.numberPath" label={t('reportNumber')} />
        </FieldRow>
        <FieldRow>
          <TagsField name="http.report.delivered" label={t('delivered')} />
          <TagsField name="http.report.failed" label={t('failed')} />
        </FieldRow>
      </FieldGroup>
      <FieldGroup title={t('incoming')}>
        <FieldRow>
          <TextField name="http.incoming.numberPath" label={t('incomingNumber')} />
          <TextField name="http.incoming.textPath" label={t('incomingText')} />
          <TextField name="http.incoming.idPath" label={t('incomingId')} />
        </FieldRow>
        <Switch
          label={t('signed')}
          hint={t('signedHint')}
          value={http.signature !== null}
          onChange={(signed) => set({ ...http, signature: signed ? { header: 'X-Signature', encoding: 'hex' } : null })}
        />
        {http.signature ? (
          <FieldRow>
            <TextField name="http.signature.header" label={t('signatureHeader')} />
            <SelectField
              name="http.signature.encoding"
              label={t('signatureEncoding')}
              choices={SIGNATURE_ENCODINGS.map((value) => ({ value, label: value }))}
            />
            <PasswordField name="hookKey" label={t('hookKey')} hint={t(hasHookKey ? 'keyKept' : 'keyHint')} fresh />
          </FieldRow>
        ) : null}
      </FieldGroup>
    </>
  );
}

interface PairsProps {
  name: 'headers' | 'fields';
  label: string;
  http: HttpGateway;
  set: (http: HttpGateway) => void;
}

function Pairs({ name, label, http, set }: PairsProps) {
  const t = useTexts(smsTexts);
  const rows = http[name];
  const wrong = useFormStore()?.state.errors[`http.${name}`]?.message;
  const put = (pairs: HttpGateway['fields']) => set({ ...http, [name]: pairs });
  return (
    <Stack gap="small">
      <Text size="small" strong>
        {label}
      </Text>
      {rows.map((_, at) => (
        <Row key={String(at)} align="end" oneLine>
          <TextField name={`http.${name}.${at}.name`} label={t('pairName')} />
          <TextField name={`http.${name}.${at}.value`} label={t('pairValue')} />
          <IconButton
            label={t('removePair')}
            icon={<IconX size={16} />}
            onClick={() => put(rows.filter((_row, i) => i !== at))}
          />
        </Row>
      ))}
      <Row>
        <Button size="small" icon={<IconPlus size={14} />} onClick={() => put([...rows, { name: '', value: '' }])}>
          {t('addPair')}
        </Button>
      </Row>
      {wrong ? (
        <Text size="small" tone="bad">
          {wrong}
        </Text>
      ) : null}
    </Stack>
  );
}
