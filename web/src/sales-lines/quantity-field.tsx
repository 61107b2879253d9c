import { type FieldProps, useBinding } from '../form/binding.ts';
import { NumberField } from '../form/number-field.tsx';

const THOUSANDTHS = 1000;

interface QuantityFieldProps extends FieldProps<number | null> {
  unit?: string | undefined;
}

/** How many: written as people do (1.5), kept in thousandths (1500). */
export function QuantityField({ name, value: _, onChange: _on, ...look }: QuantityFieldProps) {
  const bound = useBinding<number | null>({ name }, null);
  return (
    <NumberField
      {...look}
      digits={3}
      value={bound.value === null ? null : bound.value / THOUSANDTHS}
      onChange={(value) => bound.set(value === null ? null : Math.round(value * THOUSANDTHS))}
      error={bound.error}
    />
  );
}
