import fc from 'fast-check';
import { Liquid } from 'liquidjs';
import { describe, expect, test } from 'vitest';
import { processorMs } from '../../../../../tests/support/processor-time.ts';
import { createFieldSlots, type FieldKind } from './names.ts';
import { parseTemplate } from './parse.ts';
import { asIs, escapeHtml, renderText } from './template.ts';
import { placeOf, TemplateError } from './template-error.ts';
import { tokenize } from './tokenize.ts';
import { RenderError } from './value.ts';

const text: FieldKind = { type: 'text', currency: null };
const FIELDS = new Map<string, FieldKind>([
  ['contact.first_name', text],
  ['contact.city', text],
  ['contact.birthday', { type: 'date', currency: null }],
  ['contact.country', { type: 'country', currency: null }],
  ['contact.custom.vip', { type: 'yes_no', currency: null }],
  ['contact.custom.turnover', { type: 'money', currency: 'NOK' }],
  ['contact.custom.shoe_size', { type: 'number', currency: null }],
]);

const PERSON: Record<string, string | null> = {
  'contact.first_name': 'Kari',
  'contact.city': '',
  'contact.birthday': '1980-05-17',
  'contact.country': 'NO',
  'contact.custom.vip': 'false',
  'contact.custom.turnover': '129950',
  'contact.custom.shoe_size': '41.5',
};

const render = (source: string, person = PERSON, language: 'en' | 'nb' | 'fr' = 'en', escaped = asIs): string => {
  const slots = createFieldSlots(FIELDS);
  const template = parseTemplate(tokenize(source), slots, language);
  return renderText(
    template,
    slots.used.map((name) => person[name] ?? null),
    escaped,
  );
};

const faultOf = (source: string): string => {
  try {
    render(source);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { line, column } = placeOf(source, error.at);
    return `${error.code} ${line}:${column} ${Object.values(error.params).join(' ')}`.trim();
  }
  return 'none';
};

describe('what a text may say', () => {
  test.each<[string, string]>([
    ['Hello {{ contact.first_name }}!', 'Hello Kari!'],
    ['{{ contact.city | default: "somewhere" }}', 'somewhere'],
    ['{% if contact.city %}has{% else %}none{% endif %}', 'none'],
    ['{% if contact.custom.vip %}vip{% else %}not{% endif %}', 'not'],
    ['{% unless contact.custom.vip %}plain{% endunless %}', 'plain'],
    ['{% if contact.custom.shoe_size > 40 and contact.first_name contains "ar" %}yes{% endif %}', 'yes'],
    [
      '{% if contact.city == blank %}blank{% endif %}{% if contact.first_name != empty %} named{% endif %}',
      'blank named',
    ],
    ['{% case contact.country %}{% when "SE", "NO" %}north{% else %}south{% endcase %}', 'north'],
    ['{% for i in (1..3) %}{{ i }}{% if forloop.last == false %},{% endif %}{% endfor %}', '1,2,3'],
    [
      '{% assign parts = "a b c" | split: " " %}{% for p in parts reversed %}{{ p }}{% endfor %}{{ parts.size }}',
      'cba3',
    ],
    [
      '{% for i in (1..5) %}{% if i == 2 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}',
      '13',
    ],
    ['a {{- " b " -}} c', 'a b c'],
    ['{% raw %}{{ contact.first_name }}{% endraw %}', '{{ contact.first_name }}'],
    ['{% comment %}{{ nothing }}{% endcomment %}seen', 'seen'],
    ['{{ "a}}b" | upcase }}', 'A}}B'],
    ['{{ contact["first_name"] }}', 'Kari'],
    ['{{ "👩‍👩‍👧‍👦 family" | truncate: 3, "" }}', '👩‍👩‍👧‍👦 f'],
    ['{{ 0.1 | plus: 0.2 }}', '0.3'],
    ['{{ contact.first_name | escape }}', 'Kari'],
  ])('%s → %s', (source, result) => expect(render(source)).toBe(result));

  test('dates, amounts, countries and yes-or-no are written the reader’s way, filters may ask for the plain value', () => {
    const source =
      '{{ contact.birthday }} · {{ contact.custom.turnover }} · {{ contact.country }} · {{ contact.custom.vip }}';
    expect(render(source).replaceAll('\u00a0', ' ')).toBe('17 May 1980 · NOK 1,299.50 · Norway · no');
    expect(render(source, PERSON, 'nb').replaceAll('\u00a0', ' ')).toMatch(
      /^17\. mai 1980 · 1\s?299,50 kr · Norge · nei$|^17\. mai 1980 · kr 1\s?299,50 · Norge · nei$/,
    );
    expect(render('{{ contact.birthday | date: "%d.%m.%Y" }}')).toBe('17.05.1980');
    expect(render('{{ contact.custom.turnover | divided_by: 100 }}')).toBe('1299');
  });

  test('values are escaped in HTML, the author’s own markup is not', () => {
    const person = { ...PERSON, 'contact.first_name': '<script>alert("x")</script>&' };
    expect(render('<b>{{ contact.first_name }}</b>', person, 'en', escapeHtml)).toBe(
      '<b>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;</b>',
    );
  });
});

describe('A2: a text that is wrong is refused with its place', () => {
  test.each<[string, string]>([
    ['Hi {{ contact.first_nam }}', 'template_unknown_field_near 1:7 contact.first_nam contact.first_name'],
    ['Hi\n  {{ first_name }}', 'template_unknown_field_near 2:6 first_name contact.first_name'],
    ['{{ zzzzzz }}', 'template_unknown_field 1:4 zzzzzz'],
    ['{{ contact.first_name | upcas }}', 'template_unknown_filter_near 1:25 upcas upcase'],
    ['{{ contact.first_name | raw }}', 'template_unknown_filter 1:25 raw'],
    ['{% iff contact.city %}{% endif %}', 'template_unknown_tag_near 1:1 iff if'],
    ['{% if contact.city %}a', 'template_not_ended 1:1 if endif'],
    ['a{% endif %}', 'template_stray_tag 1:2 endif'],
    ['{% for i in (1..2) %}{% endif %}', 'template_not_ended 1:1 for endfor'],
    ['{% break %}', 'template_stray_tag 1:1 break'],
    ['{{ contact.first_name', 'template_unclosed 1:1 {{'],
    ['{{ contact.first_name | default: "x }}', 'template_unclosed 1:1 {{'],
    ['{{ }}', 'template_incomplete 1:4'],
    ['{{ contact.first_name | default }}', 'template_filter_arguments 1:25 default 1 1'],
    ['{{ contact.first_name = 1 }}', 'template_unexpected 1:23 ='],
    ['{% assign contact = 1 %}', 'template_taken_name 1:11 contact'],
    [`${'{% if true %}'.repeat(40)}`, 'template_too_deep 1:391 30'],
    // What has let people out of other engines.
    ['{{ env }}', 'template_unknown_field 1:4 env'],
    ['{{ env.HOME }}', 'template_unknown_field 1:4 env.HOME'],
    ['{{ process.env }}', 'template_unknown_field 1:4 process.env'],
    ['{{ constructor.constructor }}', 'template_unknown_field 1:4 constructor.constructor'],
    ['{{ __proto__ }}', 'template_unknown_field 1:4 __proto__'],
    ['{{ contact.__proto__ }}', 'template_unknown_field 1:4 contact.__proto__'],
    ['{{ contact.first_name.constructor }}', 'template_unknown_field 1:4 contact.first_name.constructor'],
    ['{{ contact["__proto__"] }}', 'template_unknown_field 1:4 contact.__proto__'],
    ['{% assign a = "x" | split: "" %}{{ a.constructor }}', 'template_unknown_field 1:36 a.constructor'],
    ['{{ forloop.index }}', 'template_unknown_field 1:4 forloop.index'],
    ['{% include "/etc/passwd" %}', 'template_unknown_tag 1:1 include'],
    ['{% render "x" %}', 'template_unknown_tag 1:1 render'],
    ['{% layout "x" %}', 'template_unknown_tag 1:1 layout'],
    ['{{ "x" | toString }}', 'template_unknown_filter 1:10 toString'],
    ['{{ "x" | constructor }}', 'template_unknown_filter 1:10 constructor'],
    ['{{ "x" | where_exp: "x", "y" }}', 'template_unknown_filter 1:10 where_exp'],
    ['{{ contact.first_name() }}', 'template_unexpected 1:22 ('],
    ['{{ `x` }}', 'template_unexpected 1:4 `x`'],
  ])('%s', (source, fault) => expect(faultOf(source)).toBe(fault));

  test('A2: whatever a person’s data say, it is text and nothing else', () => {
    const hostile = [
      '{{ contact.city }}',
      '{% for i in (1..9) %}x{% endfor %}',
      '<%= 7*7 %>',
      '#{7*7}',
      '{{constructor}}',
      '__proto__',
      '{% raw %}',
    ];
    for (const value of hostile) {
      expect(
        render('{{ contact.first_name }}|{{ contact.first_name | append: "!" }}', {
          ...PERSON,
          'contact.first_name': value,
        }),
      ).toBe(`${value}|${value}!`);
    }
  });
});

describe('A3: no text keeps the machine busy', () => {
  const HEAVY = [
    '{% for i in (1..10000) %}{% for j in (1..10000) %}x{% endfor %}{% endfor %}',
    '{% for i in (1..999999999) %}x{% endfor %}',
    `{% assign s = "x" %}${'{% assign s = s | append: s %}'.repeat(64)}{{ s }}`,
    '{% assign s = "aaaaaaaaaa" %}{% for i in (1..10000) %}{% assign s = s | replace: "a", "aaaaaaaaaa" %}{% endfor %}',
    `{% for i in (1..9000) %}${'y'.repeat(100_000)}{% endfor %}`,
    '{% for i in (1..9000) %}{{ contact.first_name | upcase | truncatewords: 5 | split: "" | join: "-" }}{% endfor %}',
  ];
  test.each(HEAVY)('%.60s', (source) => {
    const person = { ...PERSON, 'contact.first_name': 'x'.repeat(20_000) };
    const began = processorMs();
    expect(() => render(source, person)).toThrow(RenderError);
    expect(processorMs() - began).toBeLessThan(1_000);
  });

  test('reading a long text takes time in proportion to its length', () => {
    const began = processorMs();
    for (const part of ['{{', '{%', '{{"', '{% raw %}', ' ', '{{ a | b: "c"', '-']) {
      try {
        render(part.repeat(100_000));
      } catch (error) {
        expect(error).toBeInstanceOf(TemplateError);
      }
    }
    expect(processorMs() - began).toBeLessThan(3_000);
  });
});

describe('as in other houses', () => {
  const liquid = new Liquid();
  const piece = fc.constantFrom(
    'text ',
    '\n',
    '{{ a }}',
    '{{- b -}}',
    '{{ a | default: "d" | upcase }}',
    '{{ b | append: "x" | prepend: "y" | capitalize }}',
    '{{ n | plus: 2 | times: 3 }}',
    '{{ a | size }}',
    '{% if a %}A{% elsif b %}B{% else %}C{% endif %}',
    '{% if n > 3 or a == "x" and b contains "e" %}T{% endif %}',
    '{%- unless a == "x" -%} U {%- endunless -%}',
    '{% case b %}{% when "beta" %}1{% when "x", "y" %}2{% else %}3{% endcase %}',
    '{% for i in (1..n) limit: 3 %}{{ forloop.index }}{{ i }}{{ forloop.last }}{% else %}none{% endfor %}',
    '{% assign q = b | split: "e" %}{% for p in q reversed %}[{{ p }}]{% endfor %}{{ q | first }}{{ q | join: "+" }}',
    '{{ a | truncate: 4, "." }}{{ a | replace: "l", "LL" | remove_first: "L" }}',
    '{% comment %} {{ a }} {% endcomment %}{% raw %}{{ a }}{% endraw %}',
  );
  const known = new Map([
    ['a', text],
    ['b', text],
    ['n', { type: 'number', currency: null } as FieldKind],
  ]);

  test('whatever is supported gives the same as liquidjs', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.constantFrom('x', 'hello', 'llama drama'),
        fc.constantFrom('beta', 'e', 'y'),
        fc.integer({ min: 0, max: 6 }),
        (pieces, a, b, n) => {
          const source = pieces.join('');
          const slots = createFieldSlots(known);
          const template = parseTemplate(tokenize(source), slots, 'en');
          const values: Record<string, string> = { a, b, n: String(n) };
          const ours = renderText(
            template,
            slots.used.map((name) => values[name] ?? null),
            asIs,
          );
          expect(ours).toBe(liquid.parseAndRenderSync(source, { a, b, n }));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('Q07: the assets of a message', () => {
  const known = new Map<string, FieldKind>([
    ...FIELDS,
    ...['assets', 'asset.name', 'asset.vehicle.make'].map((name): [string, FieldKind] => [
      name,
      { ...text, perAsset: true },
    ]),
    ['asset.acquired_on', { type: 'date', currency: null, perAsset: true }],
  ]);
  const CARS: Record<string, string> = {
    assets: '["Leaf","Zoe"]',
    'asset.name': '["Leaf","Zoe"]',
    'asset.vehicle.make': '["Nissan",null]',
    'asset.acquired_on': '["2020-05-17","2021-06-01"]',
  };
  const written = (source: string, cars: Record<string, string> = CARS, missing: string[] = []) => {
    const slots = createFieldSlots(known);
    const template = parseTemplate(tokenize(source), slots, 'en');
    const values = slots.used.map((name) => cars[name] ?? PERSON[name] ?? null);
    return renderText(template, values, asIs, (field) => missing.push(field));
  };

  test.each([
    [
      '{% for asset in assets %}{{ asset.name }} {{ asset.acquired_on }};{% endfor %}',
      'Leaf 17 May 2020;Zoe 1 June 2021;',
    ],
    ['{% for car in assets %}{{ forloop.index }} {{ car.vehicle.make | default: "?" }} {% endfor %}', '1 Nissan 2 ? '],
    ['{% for car in assets reversed limit: 1 %}{{ car.name }}{% endfor %}', 'Leaf'],
    [
      '{% for a in assets %}{% for b in assets %}{{ a.name }}{{ b.name }} {% endfor %}{% endfor %}',
      'LeafLeaf LeafZoe ZoeLeaf ZoeZoe ',
    ],
    ['{% for a in assets %}{% if a.vehicle.make == "Nissan" %}{{ a.name }}{% endif %}{% endfor %}', 'Leaf'],
    ['{{ assets.size }}: {{ asset.name }}', '2: Leaf, Zoe'],
    ['{{ asset.acquired_on }}', '17 May 2020, 1 June 2021'],
  ])('%s is %s', (source, text) => {
    expect(written(source)).toBe(text);
  });

  test('of nobody are an empty list, and a field of theirs is missing', () => {
    const missing: string[] = [];
    const source = '{% for asset in assets %}{{ asset.name }}{% else %}none{% endfor %} {{ asset.name }}';
    expect(written(source, {}, missing)).toBe('none ');
    expect(missing).toEqual(['asset.name']);
  });

  test.each(['{% for car in assets %}{{ car.nmae }}{% endfor %}', '{{ car.name }}', '{{ assets.first.name }}'])(
    '%s names what nobody has',
    (source) => expect(() => written(source)).toThrow(TemplateError),
  );
});
