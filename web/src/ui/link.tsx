import type { ReactNode } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { RouterLink } from './router-link.tsx';
import './text.css';

interface LinkProps {
  href: string;
  children: ReactNode;
  /** `quiet` takes the colour of the text around it until pointed at. */
  look?: 'default' | 'quiet' | undefined;
  newTab?: boolean | undefined;
  /** Saves the answer as a file. */
  download?: boolean | undefined;
}

export function Link({ href, children, look = 'default', newTab, download }: LinkProps) {
  const t = useTexts(shared);
  return (
    <RouterLink
      href={href}
      className={`link link-${look}`}
      {...(newTab ? { target: '_blank', rel: 'noreferrer' } : {})}
      {...(download ? { download: '' } : {})}
    >
      {children}
      {newTab ? <span className="visually-hidden"> ({t('openInNewTab')})</span> : null}
    </RouterLink>
  );
}
