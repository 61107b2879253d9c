import { Menu as Widget } from '@mantine/core';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { given } from './given.ts';
import { RouterLink } from './router-link.tsx';

export interface MenuAction {
  label: string;
  icon?: ReactNode | undefined;
  onClick?: (() => void) | undefined;
  href?: string | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  /** A line above it, unless it is the first. */
  apart?: boolean | undefined;
}

/** What may be left out by a condition: `can && { label … }`. */
export type MenuItems = readonly (MenuAction | false | null | undefined)[];

export function MenuEntries({ items }: { items: MenuItems }) {
  return items
    .filter((item) => !!item)
    .map((item, index) => {
      const props = given({
        leftSection: item.icon,
        onClick: item.onClick,
        disabled: item.disabled,
        className: item.danger ? 'menu-danger' : undefined,
      });
      return (
        <Fragment key={item.label}>
          {item.apart && index > 0 ? <Widget.Divider /> : null}
          {item.href ? (
            <Widget.Item component={RouterLink} href={item.href} {...props}>
              {item.label}
            </Widget.Item>
          ) : (
            <Widget.Item {...props}>{item.label}</Widget.Item>
          )}
        </Fragment>
      );
    });
}

interface MenuProps {
  /** The button that opens it. */
  target: ReactElement;
  items: MenuItems;
  label?: string | undefined;
}

export function Menu({ target, items, label }: MenuProps) {
  return (
    <Widget position="bottom-end" shadow="md" withinPortal>
      <Widget.Target>{target}</Widget.Target>
      <Widget.Dropdown {...given({ 'aria-label': label })}>
        <MenuEntries items={items} />
      </Widget.Dropdown>
    </Widget>
  );
}
