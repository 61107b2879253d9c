import { Tooltip as Widget } from '@mantine/core';
import type { ReactElement } from 'react';

/** Adds to what is visible, never the only place where something is said. The child must take a ref and be focusable to be read. */
export function Tooltip({ label, children }: { label: string; children: ReactElement }) {
  return (
    <Widget label={label} openDelay={300} multiline maw={320} events={{ hover: true, focus: true, touch: false }}>
      {children}
    </Widget>
  );
}
