import { type FieldRule, PERIODS, type Period, RULE_LIMITS, type RuleValue } from '../../../contract/rule.ts';
import type { RuleField } from '../../../contract/rule-fields.ts';
import { MultiSelect, SelectField, TagsField } from '../form/choice-fields.tsx';
import { DateField } from '../form/date-field.tsx';
import { MoneyField, NumberField } from '../form/number-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';
import { shapeOf } from './tree.ts';

interface ValueEditorProps {
  rule: FieldRule;
  field: RuleField;
  error: string | undefined;
  onChange: (value: RuleValue) => void;
}

/** What a field is compared with: nothing, one value, two, a list, a number of days, or a topic and a channel. */
export function ValueEditor(props: ValueEditorProps) {
  switch (shapeOf(props.rule.operator)) {
    case 'none':
      return null;
    case 'days':
      return <Days {...props} />;
    case 'period':
      return <PeriodChoice {...props} />;
    case 'list':
      return <List {...props} />;
    case 'two':
      return <Two {...props} />;
    case 'consent':
      return <Consent {...props} />;
    default:
      return <OneOf {...props} />;
  }
}

function OneOf({ rule, field, error, onChange }: ValueEditorProps) {
  const t = useTexts(texts);
  if (Array.isArray(rule.value)) return null;
  return <One label={t('value')} value={rule.value} field={field} error={error} onChange={onChange} />;
}

interface OneProps {
  label: string;
  value: string | number | boolean | null | undefined;
  field: RuleField;
  error: string | undefined;
  onChange: (value: string | number | boolean | null) => void;
}

function One({ label, value, field, error, onChange }: OneProps) {
  const t = useTexts(texts);
  const common = { label, hideLabel: true, error } as const;
  const number = typeof value === 'number' ? value : null;
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'number':
      return <NumberField {...common} value={number} digits={6} onChange={onChange} />;
    case 'money':
      return <MoneyField {...common} value={number} currency={field.currency ?? 'EUR'} onChange={onChange} />;
    case 'date':
      return <DateField {...common} value={text} onChange={onChange} />;
    case 'yes_no':
      return (
        <SelectField
          {...common}
          choices={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          value={value === false ? 'no' : 'yes'}
          onChange={(chosen) => onChange(chosen === 'yes')}
        />
      );
    default:
      return <TextField {...common} value={text} onChange={onChange} />;
  }
}

function Two({ rule, field, error, onChange }: ValueEditorProps) {
  const t = useTexts(texts);
  const [from = '', to = ''] = Array.isArray(rule.value) ? rule.value : [];
  const end = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? value : '');
  return (
    <div className="rule-two">
      <One
        label={t('from')}
        value={from}
        field={field}
        error={error}
        onChange={(value) => onChange([end(value), to])}
      />
      <span className="text-quiet" aria-hidden="true">
        –
      </span>
      <One
        label={t('to')}
        value={to}
        field={field}
        error={undefined}
        onChange={(value) => onChange([from, end(value)])}
      />
    </div>
  );
}

function Days({ rule, error, onChange }: ValueEditorProps) {
  const t = useTexts(texts);
  const value = typeof rule.value === 'number' ? rule.value : null;
  return (
    <NumberField
      label={t('days')}
      hideLabel
      unit={t('daysUnit')}
      min={0}
      max={RULE_LIMITS.days}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}

function PeriodChoice({ rule, error, onChange }: ValueEditorProps) {
  const t = useTexts(texts);
  return (
    <SelectField<Period>
      label={t('period')}
      hideLabel
      choices={PERIODS.map((value) => ({ value, label: t(`period_${value}`) }))}
      value={PERIODS.find((one) => one === rule.value) ?? null}
      error={error}
      onChange={onChange}
    />
  );
}

function List({ rule, field, error, onChange }: ValueEditorProps) {
  const t = useTexts(texts);
  const value = Array.isArray(rule.value) ? rule.value.map(String) : [];
  if (field.type === 'text' || field.type === 'tags')
    return (
      <TagsField
        label={t('values')}
        hideLabel
        known={field.options.map((one) => one.value)}
        value={value}
        error={error}
        onChange={onChange}
      />
    );
  const gone = value.filter((one) => !field.options.some((option) => option.value === one));
  const choices = [...field.options, ...gone.map((one) => ({ value: one, label: one }))];
  return (
    <MultiSelect
      label={t('values')}
      hideLabel
      nothing={t('chooseValues')}
      choices={choices}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}

const CHANNELS = ['email', 'sms', 'letter', 'call'] as const;

function Consent({ rule, field, error, onChange }: ValueEditorProps) {
  const t = useTexts(texts);
  const [topic = '', channel = 'email'] = Array.isArray(rule.value) ? rule.value.map(String) : [];
  return (
    <div className="rule-two">
      <SelectField
        label={t('topic')}
        hideLabel
        nothing={t('topic')}
        choices={field.options}
        value={topic}
        error={error}
        onChange={(chosen) => onChange([chosen ?? '', channel])}
      />
      <SelectField
        label={t('channel')}
        hideLabel
        choices={CHANNELS.map((value) => ({ value, label: t(`channel_${value}`) }))}
        value={channel}
        onChange={(chosen) => onChange([topic, chosen ?? 'email'])}
      />
    </div>
  );
}
