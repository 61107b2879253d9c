import { expect, test } from 'vitest';
import type { NamedField } from './use-merge-fields.ts';
import { writtenField } from './written-field.ts';

const field = (name: string, group: NamedField['group'] = 'contact'): NamedField => {
  const label = { en: name, nb: name, pl: name, fr: name };
  return { name, group, type: 'text', label, custom: false, title: 'Title' };
};

test.each<[NamedField, boolean, string, string]>([
  [field('contact.city'), false, '', '{{ contact.city }}'],
  [field('contact.city'), true, ' your town ', '{{ contact.city | default: "your town" }}'],
  [field('contact.city'), true, 'a "b" }} <c>', '{{ contact.city | default: "a b  c" }}'],
  [field('sender.name', 'message'), false, 'us', '{{ sender.name }}'],
  [field('view_url', 'message'), true, 'us', '<a href="{{ view_url }}">Title</a>'],
  [field('direct_link_url', 'message'), false, 'us', '#DirectLink#'],
])('%j, in HTML %s, with the fallback “%s”, is written %s', (one, inHtml, fallback, written) => {
  expect(writtenField(one, inHtml, fallback)).toBe(written);
});
