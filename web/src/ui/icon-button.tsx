import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { given } from './given.ts';
import { type MenuTarget, menuTarget } from './menu-target.ts';

interface IconButtonProps extends MenuTarget {
  /** Said by screen readers and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  onClick?: (() => void) | undefined;
  look?: 'quiet' | 'default' | undefined;
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
  pressed?: boolean | undefined;
}

export function IconButton({ label, icon, look = 'quiet', busy = false, ...props }: IconButtonProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon
        type="button"
        size={32}
        variant={look === 'quiet' ? 'subtle' : 'default'}
        color="gray"
        className="icon-button"
        aria-label={label}
        loading={busy}
        {...menuTarget(props)}
        {...given({ onClick: props.onClick, disabled: props.disabled, 'aria-pressed': props.pressed })}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
