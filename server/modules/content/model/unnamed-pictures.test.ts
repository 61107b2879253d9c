import { expect, test } from 'vitest';
import { unnamedPictures } from './unnamed-pictures.ts';

test.each([
  ['one with words', '<img src="/m/a.png" alt="A car">', []],
  ['one without', '<p><img src="https://a.example/m/a.png?v=2"></p>', ['a.png']],
  ['one that says nothing', "<IMG ALT=' ' SRC='b.png'>", ['b.png']],
  ['values without quotes', '<img src=c.png alt=Car><img src=d.png>', ['d.png']],
  ['a name that only ends in alt', '<img data-alt="x" src="e.png">', ['e.png']],
  ['a sign within a value', '<img title="a > b" src="f.png">', ['f.png']],
  ['none in a comment', '<!--[if mso]><img src="g.png"><![endif]-->', []],
  ['one without an address', '<img>', ['…']],
])('%s', (_, html, names) => expect(unnamedPictures(html)).toEqual(names));
