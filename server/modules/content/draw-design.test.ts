import { expect, test } from 'vitest';
import { type Block, Design } from '../../../contract/design.ts';
import { drawDesign } from './draw-design.ts';
import { scanHtml } from './model/html-scan.ts';

const PICTURE = { address: 'https://a.example/m/x.png?a=1&b=2', name: 'A "car" på is', width: 900, height: 300 };
const BLOCKS: Block[] = [
  { id: 'a', kind: 'heading', text: 'Hi {{ contact.first_name | default: "you & <me>" }} & co' },
  {
    id: 'b',
    kind: 'text',
    html: '<p>One<br>{% if contact.city < "b" %}two{% endif %}&nbsp;<a href="https://b.example/?x=1&amp;y=2">link</a></p><script>x</script>',
  },
  { id: 'c', kind: 'picture', picture: PICTURE, href: 'https://c.example/?q="' },
  { id: 'd', kind: 'picture', picture: null, href: '' },
  { id: 'e', kind: 'columns', left: '<p>left</p>', right: '<ul><li>right</li></ul>' },
  { id: 'f', kind: 'button', text: 'Go <on>', href: '{{ view_url }}' },
  { id: 'g', kind: 'article', no: 12, title: 'x' },
  { id: 'h', kind: 'line' },
];

test('blocks become tables with inline looks, nothing from elsewhere, and fields as they were written', () => {
  const html = drawDesign(Design.parse({ accent: '#0b5a73', blocks: BLOCKS }), 'nb');
  expect(html).toContain('Hi {{ contact.first_name | default: "you & <me>" }} &amp; co</h1>');
  expect(html).toContain('{% if contact.city < "b" %}two{% endif %}');
  expect(html).toContain('{% article 12 %}');
  expect(html).toMatch(/<!--\[if mso \| IE\]><table/);
  expect(html).toMatch(/<a[^>]* href="\{\{ view_url \}\}"[^>]*>\s*Go &lt;on&gt;\s*<\/a>/);
  expect(html).toMatch(/<img[^>]* alt="A &quot;car&quot; på is"[^>]*>/);
  expect(html).not.toMatch(/<script|@import|<link|__kept_/);
  expect(scanHtml(html).links.map(({ url }) => url)).toEqual([
    'https://b.example/?x=1&y=2',
    'https://c.example/?q="',
    '{{ view_url }}',
    '{{ view_url }}',
    '{{ unsubscribe_url }}',
  ]);
});

test.each([
  '<p>a</p',
  '<p>a & b < c</p>',
  '<p><strong>a</p></strong>',
  '</p></mj-text></mj-column>',
  '<p>__kept_0__ &copy;</p>',
  '{{ "',
])('a text that is no proper markup is drawn all the same: %s', (html) => {
  const blocks: Block[] = [{ id: 'a', kind: 'text', html }];
  expect(drawDesign({ accent: '#0b5a73', blocks }, 'en')).toContain('</html>');
});
