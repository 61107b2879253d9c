import { expect, test } from 'vitest';
import { withDirectLink } from './direct-link.ts';
import { tokenize } from './liquid/tokenize.ts';

/** The text again, with <URL> where the personal address is put out. */
const written = (source: string, kind: 'html' | 'text') =>
  withDirectLink(tokenize(source), kind)
    .map((token) => {
      if (token.kind === 'text') return token.text;
      return token.kind === 'output' ? `{{${token.markup}}}` : '‹URL›';
    })
    .join('');

test.each([
  ['in plain text', 'See #DirectLink#.', 'text', 'See ‹URL›.'],
  ['between tags', '<p>See #DirectLink#.</p>', 'html', '<p>See <a href="‹URL›">‹URL›</a>.</p>'],
  ['as an address', '<a href="#DirectLink#">Mine</a>', 'html', '<a href="‹URL›">Mine</a>'],
  ['inside a link', '<a href="#DirectLink#"> #DirectLink# </a>', 'html', '<a href="‹URL›"> ‹URL› </a>'],
  ['after a link', '<a href="/x">x</a> #DirectLink#', 'html', '<a href="/x">x</a> <a href="‹URL›">‹URL›</a>'],
  ['in any case, beside a field', '{{ a }}#DIRECTLINK#{{ b }}', 'text', '{{ a }}‹URL›{{ b }}'],
  ['nowhere', '<p>#Direct Link#</p>', 'html', '<p>#Direct Link#</p>'],
] as const)('Q12: the code %s', (_, source, kind, said) => expect(written(source, kind)).toBe(said));
