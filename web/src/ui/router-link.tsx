import { createLink, defaultParseSearch } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { given } from './given.ts';

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  current?: 'step' | false;
  ref?: Ref<HTMLAnchorElement>;
}

/** The router says `aria-current` by the path alone; where that is not enough, the caller does. */
function Anchor({ current, ...rest }: AnchorProps) {
  return <a {...rest} {...(current === undefined ? {} : { 'aria-current': current || undefined })} />;
}

const RouterAnchor = createLink(Anchor);

interface RouterLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Ours (`/campaigns?state=running`) or another site's. */
  href: string;
  children?: ReactNode;
  /** Whether this is the present place, when the path alone doesn't tell. */
  current?: 'step' | false | undefined;
  ref?: Ref<HTMLAnchorElement>;
}

const isOurs = (href: string): boolean => href.startsWith('/') && !/^\/(api|auth|t|u|p)\//.test(href);

/** An anchor that the router follows; addresses outside the interface (downloads, other sites) are left to the browser. */
export function RouterLink({ href, current, ...rest }: RouterLinkProps) {
  if (!isOurs(href)) return <a href={href} {...rest} />;
  const [to = href, query] = href.split('?');
  const search = (query ? defaultParseSearch(`?${query}`) : {}) as never;
  return (
    <RouterAnchor to={to} search={search} activeOptions={{ includeSearch: false }} {...given({ ...rest, current })} />
  );
}
