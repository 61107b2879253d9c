import { describe, expect, test } from 'vitest';
import { PLAIN_TEMPLATES, type PlainChannel } from '../../../../../contract/content.ts';
import { LANGUAGES } from '../../../../../contract/messages/index.ts';
import { countSms, saysHowToStop } from '../../../../../contract/sms-text.ts';
import { bareFields } from '../../model/liquid/bare-fields.ts';
import { createFieldSlots, type FieldKind } from '../../model/liquid/names.ts';
import { parseTemplate } from '../../model/liquid/parse.ts';
import { asIs, renderText } from '../../model/liquid/template.ts';
import { tokenize } from '../../model/liquid/tokenize.ts';
import { withMessageFields } from '../../model/message-fields.ts';
import { plainTemplates } from './plain-templates.ts';

const TEXT: FieldKind = { type: 'text', currency: null };
const KNOWN = withMessageFields(
  new Map<string, FieldKind>([
    ['contact.first_name', TEXT],
    ['assets', { ...TEXT, perAsset: true }],
    ['asset.name', { ...TEXT, perAsset: true }],
    ['asset.identifier', { ...TEXT, perAsset: true }],
  ]),
);

/** Those that tell of what was agreed need no way out. */
const NOTICES = ['reminder', 'invoice'];
const ADDRESS = `https://nordlys.example/u/${'x'.repeat(23)}`;

const compiled = (source: string, language: (typeof LANGUAGES)[number]) => {
  const slots = createFieldSlots(KNOWN);
  const template = parseTemplate(tokenize(source), slots, language);
  return { template, fields: slots.used.map((name) => ({ name, kind: KNOWN.get(name)! })) };
};

describe.each(LANGUAGES)('O38: in %s', (language) => {
  test.each(Object.keys(PLAIN_TEMPLATES) as PlainChannel[])(
    'templates for %s are all there and leave no gap',
    (channel) => {
      const templates = plainTemplates(language, channel);
      expect(templates.map(({ key }) => key)).toEqual([...PLAIN_TEMPLATES[channel]]);
      for (const { key, description, variant } of templates) {
        const { template, fields } = compiled(`${variant.subject}\n${variant.text}`, language);
        const recipients = fields.filter(({ name }) => name.startsWith('contact.') || name.startsWith('asset'));
        const bare = bareFields(template, fields).filter((name) => recipients.some((one) => one.name === name));
        expect([key, bare]).toEqual([key, []]);
        expect([key, description !== '', variant.subject !== '']).toEqual([key, true, channel === 'letter']);
      }
    },
  );

  test('an SMS keeps to the alphabet of phones, in two parts at most, and says how to stop', () => {
    for (const { key, variant } of plainTemplates(language, 'sms')) {
      const { template, fields } = compiled(variant.text ?? '', language);
      const values = fields.map(({ name }) => (name.endsWith('_url') ? ADDRESS : 'Margareta'));
      const { encoding, parts, forcing } = countSms(renderText(template, values, asIs));
      expect([key, encoding, forcing]).toEqual([key, 'gsm7', []]);
      expect([key, parts.length <= 2, saysHowToStop(variant.text ?? '')]).toEqual([key, true, !NOTICES.includes(key)]);
    }
  });
});
