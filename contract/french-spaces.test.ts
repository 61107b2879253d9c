import { expect, test } from 'vitest';
import { frenchSpaces, frenchSpacesIn } from './french-spaces.ts';

test.each([
  ['Prêt ? Oui !', 'Prêt\u00a0? Oui\u00a0!'],
  ['Des questions ; une « réponse » : la voici.', 'Des questions\u00a0; une «\u00a0réponse\u00a0»\u00a0: la voici.'],
  [
    'Bonjour{% if a != b %} : {{ c | default: " ?" }}{% endif %} !',
    'Bonjour{% if a != b %}\u00a0: {{ c | default: " ?" }}{% endif %}\u00a0!',
  ],
  ['{count} lignes : {names}', '{count} lignes\u00a0: {names}'],
  ['Rien à dire. 12:30', 'Rien à dire. 12:30'],
])('“%s” breaks nowhere before a sign', (text, set) => {
  expect(frenchSpaces(text)).toBe(set);
});

test('so it is in all texts of a template', () => {
  expect(frenchSpacesIn({ title: 'Ici :', facts: [['Où ?', 'Là']], button: null })).toEqual({
    title: 'Ici\u00a0:',
    facts: [['Où\u00a0?', 'Là']],
    button: null,
  });
});
