import type { ReactNode } from 'react';
import { RouterLink } from './router-link.tsx';
import './tabs.css';

interface TabsProps {
  /** Names the group for screen readers. */
  label: string;
  tabs: readonly { label: string; href: string; count?: ReactNode | undefined; current?: boolean | undefined }[];
}

/** Sides of one thing, each with an address of its own (so they are links). The one at the present address is current. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <RouterLink
          key={tab.href}
          href={tab.href}
          className="tab"
          {...(tab.current === undefined
            ? {}
            : { 'data-current': tab.current, 'aria-current': tab.current ? 'page' : undefined })}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="tab-count">{tab.count}</span>}
        </RouterLink>
      ))}
    </nav>
  );
}
