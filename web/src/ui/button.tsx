import { Button as Widget } from '@mantine/core';
import type { ReactNode } from 'react';
import { given } from './given.ts';
import { type MenuTarget, menuTarget } from './menu-target.ts';
import { RouterLink } from './router-link.tsx';

interface ButtonProps extends MenuTarget {
  children: ReactNode;
  onClick?: (() => void) | undefined;
  /** Goes somewhere instead of doing something: a link that looks like a button. */
  href?: string | undefined;
  /** `primary` once a page; `danger` for what destroys; `quiet` has no border. */
  look?: 'primary' | 'default' | 'quiet' | 'danger' | undefined;
  size?: 'small' | 'normal' | 'large' | undefined;
  icon?: ReactNode | undefined;
  /** Shows a spinner, keeps its width and can't be pressed. */
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
  submit?: boolean | undefined;
  wide?: boolean | undefined;
  /** The id of the form that this button submits from outside. */
  form?: string | undefined;
}

const LOOKS = {
  primary: { variant: 'filled' },
  default: { variant: 'default' },
  quiet: { variant: 'subtle', color: 'gray' },
  danger: { variant: 'filled', color: 'red' },
} as const;
const SIZES = { small: 'xs', normal: 'sm', large: 'md' } as const;

export function Button({ look = 'default', size = 'normal', busy = false, ...props }: ButtonProps) {
  const common = given({
    ...LOOKS[look],
    size: SIZES[size],
    className: `button button-${look}`,
    leftSection: props.icon,
    fullWidth: props.wide,
    children: props.children,
    onClick: props.onClick,
  });
  if (props.href !== undefined && !props.disabled)
    return <Widget component={RouterLink} href={props.href} {...common} />;
  return (
    <Widget
      type={props.submit ? 'submit' : 'button'}
      loading={busy}
      aria-busy={busy}
      {...common}
      {...menuTarget(props)}
      {...given({ disabled: props.disabled, form: props.form })}
    />
  );
}
