import { createLink, defaultParseSearch } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { given } from './given.ts';

const RouterAnchor = createLink('a');

interface RouterLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Ours (`/campaigns?state=running`) or another site's. */
  href: string;
  children?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}

const isOurs = (href: string): boolean => href.startsWith('/') && !/^\/(api|auth|t|u|p)\//.test(href);

/** An anchor that the router follows; addresses outside the interface (downloads, other sites) are left to the browser. */
export function RouterLink({ href, ...rest }: RouterLinkProps) {
  if (!isOurs(href)) return <a href={href} {...rest} />;
  const [to = href, query] = href.split('?');
  const search = (query ? defaultParseSearch(`?${query}`) : {}) as never;
  return <RouterAnchor to={to} search={search} activeOptions={{ includeSearch: false }} {...given(rest)} />;
}
