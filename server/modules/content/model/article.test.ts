import { describe, expect, test } from 'vitest';
import { articlesNamed, withArticles } from './article.ts';
import { tokenize } from './liquid/tokenize.ts';
import { cleanRichText } from './rich-text.ts';
import { shadowOf } from './token-text.ts';

describe('an article in a message', () => {
  const articles = {
    12: {
      title: 'A & B {{ sender.name }}',
      body: '<p>Hello</p>',
      linkUrl: 'https://a.example/?x=1&y=2',
      linkLabel: '',
      picture: { address: 'https://a.example/m/x.png', name: 'A "tyre"', width: 900, height: 400 },
    },
  };
  const shown = (text: string) => shadowOf(withArticles(tokenize(text), articles));

  test('stands in the place of its number, with its look, its fields and where it goes on', () => {
    const html = shown('<td>{% article 12 %}</td>');
    expect(html).toMatch(
      /^<td><h2 style="[^"]+">A &amp; B \uFFFC<\/h2><p style="[^"]+"><img src="https:\/\/a\.example\/m\/x\.png" alt="A &quot;tyre&quot;" width="536" [^>]+><\/p><p style="[^"]+">Hello<\/p>/,
    );
    expect(html).toContain('href="https://a.example/?x=1&amp;y=2">https://a.example/?x=1&amp;y=2</a></p></td>');
  });

  test.each([
    ['{% article 13 %}', 'template_unknown_article'],
    ['<p>{% article twelve %}', 'template_article_number'],
    ['{% article %}', 'template_article_number'],
  ])('%s is refused where it stands', (text, code) => {
    expect(() => shown(text)).toThrow(expect.objectContaining({ code, at: text.indexOf('{%') }));
  });

  test('is found by its number in every language, once', () => {
    const variant = { subject: '{% article 1 %}', preheader: '', text: null };
    const variants = {
      en: { ...variant, html: '{% article 12 %} {%- article 3 -%}' },
      nb: { ...variant, html: 'article', text: '{% article 12 %}' },
      fr: { ...variant, html: '{% article' },
    };
    expect(articlesNamed(variants)).toEqual([3, 12]);
  });
});

describe('a simple text', () => {
  test.each([
    ['<p onclick="x()">A <b>b</b> <strong>c</strong></p>', '<p>A b <strong>c</strong></p>'],
    ['<script>alert(1)</script><p>x</p><svg onload=x><p>y</p></svg>', '<p>x</p>'],
    ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    [
      '<a href="https://a.example/?x=1&amp;y=2" target="_blank">x</a>',
      '<a href="https://a.example/?x=1&amp;y=2">x</a>',
    ],
    ['<a href="{{ view_url }}">x</a>', '<a href="{{ view_url }}">x</a>'],
    [
      '<p>{% if a &gt; 1 %}&lt;{% endif %}{{ x | default: "&amp;" }}</p>',
      '<p>{% if a > 1 %}&lt;{% endif %}{{ x | default: "&" }}</p>',
    ],
    ['<img src=x onerror="alert(1)"><p title=\'>\'>z</p>', '<p>z</p>'],
    ['<p>a<!-- <b> -->b</p><scr<script>ipt>', '<p>ab</p>&lt;scr'],
  ])('%s becomes %s', (written, kept) => {
    expect(cleanRichText(written)).toBe(kept);
  });
});
