import { NumberInput } from '@mantine/core';
import { minorUnitsIn } from '../i18n/formats.ts';
import { useFormat } from '../i18n/use-format.ts';
import { given } from '../ui/given.ts';
import { type FieldProps, useBinding } from './binding.ts';
import { lookOf } from './field-look.tsx';

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

function separatorsOf(format: (value: number, digits?: number) => string): { decimal: string; thousand: string } {
  const written = format(12_345.6, 1);
  return { decimal: written.at(-2) ?? '.', thousand: /\D/.exec(written)?.[0] ?? '' };
}

/** A number, written the local way. Empty is null. */
export function NumberField(props: NumberFieldProps) {
  const bound = useBinding<number | null>(props, null);
  const { decimal, thousand } = separatorsOf(useFormat().number);
  const { name: _, ...look } = lookOf(props, bound);
  return (
    <NumberInput
      value={bound.value ?? ''}
      onChange={(value) => bound.set(value === '' || Number.isNaN(Number(value)) ? null : Number(value))}
      decimalSeparator={decimal}
      thousandSeparator={props.grouped === false ? '' : thousand}
      allowDecimal={!!props.digits}
      decimalScale={props.digits ?? 0}
      hideControls
      {...look}
      {...given({
        min: props.min,
        max: props.max,
        step: props.step,
        suffix: props.unit ? ` ${props.unit}` : undefined,
      })}
    />
  );
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
  const { decimal, thousand } = separatorsOf(format);
  const minor = minorUnitsIn(props.currency);
  const { name: _, ...look } = lookOf(props, bound);
  return (
    <NumberInput
      value={bound.value === null ? '' : bound.value / minor}
      onChange={(value) =>
        bound.set(value === '' || Number.isNaN(Number(value)) ? null : Math.round(Number(value) * minor))
      }
      decimalSeparator={decimal}
      thousandSeparator={thousand}
      decimalScale={Math.log10(minor)}
      hideControls
      rightSection={<span className="text-quiet text-small">{props.currency}</span>}
      rightSectionWidth={52}
      {...look}
      {...given({
        placeholder: props.example === undefined ? undefined : format(props.example / minor, Math.log10(minor)),
      })}
    />
  );
}
