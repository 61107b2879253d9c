import { Checkbox as CheckboxWidget, Switch as SwitchWidget } from '@mantine/core';
import { type FieldProps, useBinding } from './binding.ts';
import { lookOf } from './field-look.tsx';

/** Yes or no, as part of a form. */
export function Checkbox(props: FieldProps<boolean>) {
  const bound = useBinding(props, false);
  const { required: _, ...look } = lookOf(props, bound);
  return (
    <CheckboxWidget checked={bound.value} onChange={(event) => bound.set(event.currentTarget.checked)} {...look} />
  );
}

/** On or off. */
export function Switch(props: FieldProps<boolean>) {
  const bound = useBinding(props, false);
  const { required: _, ...look } = lookOf(props, bound);
  return <SwitchWidget checked={bound.value} onChange={(event) => bound.set(event.currentTarget.checked)} {...look} />;
}
