import { TextInput } from '@mantine/core';
import { minorUnitsIn } from '../i18n/formats.ts';
import { useFormat } from '../i18n/use-format.ts';
import { given } from '../ui/given.ts';
import { type Binding, type FieldProps, useBinding } from './binding.ts';
import { lookOf } from './field-look.tsx';
import { type NumberRules, useTypedNumber } from './use-typed-number.ts';

interface NumberFieldProps extends FieldProps<number | null> {
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  /** Decimals allowed; none when left out. */
  digits?: number | undefined;
  /** Stands after the number: "%", "days". */
  unit?: string | undefined;
  /** Thousands set apart; false for what only looks like a number, such as a port. */
  grouped?: boolean | undefined;
}

interface NumberBoxProps {
  field: FieldProps<number | null>;
  bound: Binding<number | null>;
  rules: NumberRules;
  unit: string | undefined;
  example?: string | undefined;
}

function NumberBox({ field, bound, rules, unit, example }: NumberBoxProps) {
  const { text, error, type, enter, leave, step } = useTypedNumber(bound, rules);
  const { name: _, ...look } = lookOf(field, { ...bound, error });
  return (
    <TextInput
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      inputMode={rules.digits > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      {...look}
      onFocus={enter}
      onBlur={() => {
        leave();
        bound.leave();
      }}
      onKeyDown={step}
      {...given({
        placeholder: example,
        rightSection: unit ? <span className="text-quiet text-small">{unit}</span> : undefined,
        rightSectionWidth: unit ? `calc(${unit.length}ch + 1.5rem)` : undefined,
      })}
    />
  );
}

/** A number, written the local way. Empty is null. */
export function NumberField(props: NumberFieldProps) {
  const bound = useBinding<number | null>(props, null);
  const { min, max, step, digits = 0, grouped = true, unit } = props;
  return <NumberBox field={props} bound={bound} rules={{ min, max, step, digits, grouped }} unit={unit} />;
}

interface MoneyFieldProps extends FieldProps<number | null> {
  currency: string;
  /** What holds while it is empty, in minor units. */
  example?: number | undefined;
}

/** An amount: written whole (1 299,00), kept in minor units (129900). */
export function MoneyField(props: MoneyFieldProps) {
  const bound = useBinding<number | null>(props, null);
  const { number: format } = useFormat();
  const minor = minorUnitsIn(props.currency);
  const digits = Math.round(Math.log10(minor));
  const whole: Binding<number | null> = {
    ...bound,
    value: bound.value === null ? null : bound.value / minor,
    set: (value) => bound.set(value === null ? null : Math.round(value * minor)),
  };
  return (
    <NumberBox
      field={props}
      bound={whole}
      rules={{ digits, grouped: true }}
      unit={props.currency}
      example={props.example === undefined ? undefined : format(props.example / minor, digits)}
    />
  );
}
