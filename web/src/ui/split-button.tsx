import { VisuallyHidden, Button as Widget } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Menu, type MenuItems } from './menu.tsx';

interface SplitButtonProps {
  children: ReactNode;
  href: string;
  icon?: ReactNode | undefined;
  /** What the second half opens: other ways to do it. */
  more: string;
  items: MenuItems;
}

/** The usual way in one click, the others behind it. */
export function SplitButton({ children, href, icon, more, items }: SplitButtonProps) {
  return (
    <Widget.Group className="split-button">
      <Button look="primary" href={href} icon={icon}>
        {children}
      </Button>
      <Menu
        label={more}
        target={
          <Button look="primary">
            <VisuallyHidden>{more}</VisuallyHidden>
            <IconChevronDown size={16} aria-hidden />
          </Button>
        }
        items={items}
      />
    </Widget.Group>
  );
}
