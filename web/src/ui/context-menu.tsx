import { Menu as Widget } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react';
import { MenuEntries, type MenuItems } from './menu.tsx';

interface Spot {
  x: number;
  y: number;
  items: MenuItems;
}

interface Opener {
  onContextMenu: (event: MouseEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A menu at the pointer: spread `opener(items)` on what is right-clicked (or focused and asked by Shift+F10 or the menu key), render `menu` once. */
export function useContextMenu(): { opener: (items: () => MenuItems) => Opener; menu: ReactNode } {
  const [spot, setSpot] = useState<Spot | null>(null);
  const opener = (items: () => MenuItems): Opener => ({
    onContextMenu: (event) => {
      event.preventDefault();
      setSpot({ x: event.clientX, y: event.clientY, items: items() });
    },
    onKeyDown: (event) => {
      if (event.key !== 'ContextMenu' && !(event.shiftKey && event.key === 'F10')) return;
      event.preventDefault();
      const box = event.currentTarget.getBoundingClientRect();
      // A tall box may end below the window; a menu there is never seen. One that opened at once would take this very key as its own.
      const spot = { x: box.left + 24, y: Math.min(box.bottom - 8, window.innerHeight - 16), items: items() };
      setTimeout(() => setSpot(spot));
    },
  });
  const menu = spot ? (
    <Widget opened onClose={() => setSpot(null)} position="bottom-start" shadow="md" returnFocus>
      <Widget.Target>
        <span style={{ position: 'fixed', left: spot.x, top: spot.y }} />
      </Widget.Target>
      <Widget.Dropdown>
        <MenuEntries items={spot.items} />
      </Widget.Dropdown>
    </Widget>
  ) : null;
  return { opener, menu };
}
