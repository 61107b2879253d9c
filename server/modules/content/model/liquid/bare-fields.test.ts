import { expect, test } from 'vitest';
import { bareFields } from './bare-fields.ts';
import { createFieldSlots, type FieldKind } from './names.ts';
import { parseTemplate } from './parse.ts';
import { tokenize } from './tokenize.ts';

const TEXT: FieldKind = { type: 'text', currency: null };
const KNOWN = new Map<string, FieldKind>([
  ['first', TEXT],
  ['last', TEXT],
  ['vip', { type: 'yes_no', currency: null }],
  ['born', { type: 'date', currency: null }],
  ['assets', { ...TEXT, perAsset: true }],
  ['asset.name', { ...TEXT, perAsset: true }],
]);

const bareIn = (source: string) => {
  const slots = createFieldSlots(KNOWN);
  const template = parseTemplate(tokenize(source), slots, 'en');
  return bareFields(
    template,
    slots.used.map((name) => ({ name, kind: KNOWN.get(name)! })),
  ).join(' ');
};

test.each([
  ['put out as it is', 'Dear {{ first }} {{ last }}', 'first last'],
  ['with a fallback', '{{ first | default: "you" }}', ''],
  ['with an empty fallback', '{{ first | default: "" }}', 'first'],
  ['behind other filters', '{{ born | date: "%Y" | upcase }}', 'born'],
  ['with and without a fallback', '{{ first | default: "you" }} {{ first }}', 'first'],
  ['only where there is one', '{% if first %}Dear {{ first }}{% else %}Hello{% endif %}', ''],
  ['only where it is not blank', '{% if first != blank %}{{ first }}{% endif %}', ''],
  ['unless it is missing', '{% unless first %}Hello{% else %}{{ first }}{% endunless %}', ''],
  ['where another one is given', '{% if first and last %}{{ first }}{% endif %}', ''],
  ['on a condition of another field', '{% if vip %}{{ first }}{% endif %}', 'first'],
  ['by the value of another field', "{% case last %}{% when 'Dahl' %}{{ first }}{% endcase %}", 'first'],
  ['in an else of another field', '{% if vip %}Hi{% else %}{{ first }}{% endif %}', 'first'],
  ['in a loop', '{% for no in (1..2) %}{{ first }}{% endfor %}', 'first'],
  ['asked by a name given to it', '{% assign name = first %}{% if name %}{{ first }}{% endif %}', ''],
  ['of each asset', '{% for asset in assets %}{{ asset.name }}{% endfor %}', ''],
  ['of all assets', 'Yours: {{ asset.name }}', 'asset.name'],
  ['asked for, never put out', '{% if first %}Hello{% endif %}', ''],
  ['where nothing could be worked out', '{{ 10 | divided_by: first }}', ''],
])('a field %s', (_, source, bare) => expect(bareIn(source)).toBe(bare));
