import { SegmentedControl } from '@mantine/core';

interface SegmentedProps<T extends string> {
  label: string;
  choices: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few short words, all in view: what is shown of a list, how wide a preview is. */
export function Segmented<T extends string>({ label, choices, value, onChange }: SegmentedProps<T>) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={value}
      onChange={(chosen) => onChange(chosen as T)}
      data={[...choices]}
    />
  );
}
