import { expect, test } from 'vitest';
import type { Variant } from '../../../../contract/content.ts';
import { compileTexts } from '../../content/index.ts';
import type { Dispatch, Parcel } from '../channel.ts';
import { SmsMessage } from './sms-message.ts';

const FIELDS = new Map([['contact.first_name', { type: 'text', currency: null }]] as const);
const ADDRESSES = {
  unsubscribe: 'https://f.example/u/{token}',
  view: 'https://f.example/v/{token}',
  answer: 'https://f.example/a/{token}',
  offer: 'https://f.example/o/{token}',
  invoice: 'https://f.example/i/{token}',
  direct: 'https://f.example/d/{token}',
};

/** The text as the recipient gets it, and for how many recipients a name was made. */
const rendered = (text: string, click: string | null = null) => {
  let made = 0;
  const variant = { subject: '', preheader: '', html: '', text } as Variant;
  const content = compileTexts({ defaultLanguage: 'en', variants: { en: variant }, articles: {} }, FIELDS, {
    click,
    utm: null,
  });
  const dispatch = { runId: '1', campaignName: 'Spring', addresses: ADDRESSES } as unknown as Dispatch;
  const shortTokenOf = () => {
    made += 1;
    return 'tok';
  };
  const message = new SmsMessage({ dispatch, content, sender: 'Nordlys', shortTokenOf });
  const parcel = { no: 1, language: 'en', tracked: true, sender: null, values: ['Kari'] } as unknown as Parcel;
  const shown = message.render(parcel);
  return { text: 'wire' in shown ? shown.wire : shown.message, made };
};

test.each([
  ['Hi {{ contact.first_name }}, from {{ sender.name }}', 'Hi Kari, from Nordlys', 0],
  ['STOP: {{ unsubscribe_url }}', 'STOP: https://f.example/u/tok', 1],
  [
    'Yes: {{ answer_yes_url }} Date: {{ calendar_url }}',
    'Yes: https://f.example/a/tok/yes Date: https://f.example/a/tok/calendar.ics',
    1,
  ],
  [
    '{{ offer_url }} {{ invoice_url }} {{ view_url }}',
    'https://f.example/o/tok https://f.example/i/tok https://f.example/v/tok',
    1,
  ],
  ['See #DirectLink#', 'See https://f.example/d/tok', 1],
])('Q12: %s makes only the addresses that it names', (text, wire, made) => {
  expect(rendered(text)).toEqual({ text: wire, made });
});

test('Q12: a link that is counted has the name of its line', () => {
  const { text, made } = rendered('See https://nordlys.example/tyres', 'https://f.example/c/{token}');
  expect(text).toContain('https://f.example/c/');
  expect(text).toContain('tok');
  expect(made).toBe(1);
});
