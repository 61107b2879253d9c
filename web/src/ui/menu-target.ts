import type { AriaAttributes, Ref } from 'react';
import { given } from './given.ts';

/** What a menu gives the button that opens it: where it stands, and whether it is open. */
export interface MenuTarget extends Pick<AriaAttributes, 'aria-haspopup' | 'aria-expanded' | 'aria-controls'> {
  ref?: Ref<HTMLButtonElement> | undefined;
  id?: string | undefined;
}

export const menuTarget = (props: MenuTarget) =>
  given({
    ref: props.ref,
    id: props.id,
    'aria-haspopup': props['aria-haspopup'],
    'aria-expanded': props['aria-expanded'],
    'aria-controls': props['aria-controls'],
  });
