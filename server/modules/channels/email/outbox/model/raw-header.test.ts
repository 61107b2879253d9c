import { expect, test } from 'vitest';
import { headerOf } from './raw-header.ts';

const raw = Buffer.from(
  'From: a@b.example\r\nSubject: =?UTF-8?Q?V=C3=A5rens_nyheter_?=\r\n =?UTF-8?B?4piA?=\r\nMessage-ID: <1.2@x.example>\r\n\r\nSubject: not this one\r\n',
);

test.each([
  ['subject', 'Vårens nyheter ☀'],
  ['message-id', '<1.2@x.example>'],
  ['to', null],
])('reads %s', (name, value) => {
  expect(headerOf(raw, name)).toBe(value);
});
