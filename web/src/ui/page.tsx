import { Fragment, type ReactNode, useEffect } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { RouterLink } from './router-link.tsx';
import { Heading, Text } from './text.tsx';
import './page.css';

export interface Crumb {
  label: string;
  href: string;
}

interface PageProps {
  /** Also the title of the browser tab. */
  title: string;
  /** Stands beside the title: a status, a badge. */
  mark?: ReactNode | undefined;
  /** One sentence under the title. */
  text?: ReactNode | undefined;
  /** The way up, without the page itself. */
  crumbs?: readonly Crumb[] | undefined;
  /** Buttons, top right; the primary one last. */
  actions?: ReactNode | undefined;
  /** Tabs or stops under the title. */
  tabs?: ReactNode | undefined;
  /** `reading` for forms and text, `full` for tables and workbenches. */
  width?: 'reading' | 'full' | undefined;
  children: ReactNode;
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTexts(shared);
  return (
    <nav className="crumbs" aria-label={t('breadcrumbs')}>
      {crumbs.map((crumb, index) => (
        <Fragment key={crumb.href}>
          {index > 0 ? (
            <span aria-hidden="true" className="crumbs-mark">
              /
            </span>
          ) : null}
          <RouterLink href={crumb.href} className="link link-quiet">
            {crumb.label}
          </RouterLink>
        </Fragment>
      ))}
    </nav>
  );
}

/** The frame of every screen. */
export function Page({ title, mark, text, crumbs, actions, tabs, width = 'full', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Fanfare`;
  }, [title]);
  return (
    <div className={`page page-${width}`}>
      <header className="page-head">
        {crumbs?.length ? <Crumbs crumbs={crumbs} /> : null}
        <div className="page-line">
          <div className="page-title">
            <Heading level={1}>{title}</Heading>
            {mark}
          </div>
          {actions ? <div className="page-actions">{actions}</div> : null}
        </div>
        {text ? (
          <Text tone="quiet" as="div">
            {text}
          </Text>
        ) : null}
        {tabs}
      </header>
      {children}
    </div>
  );
}
