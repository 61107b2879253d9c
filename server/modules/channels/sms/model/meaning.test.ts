import { expect, test } from 'vitest';
import { meaningOf } from './meaning.ts';

test.each([
  ['STOP', 'stop'],
  [' stop. ', 'stop'],
  ['S T O P', 'stop'],
  ['Stopp!', 'stop'],
  ['SLUTT', 'stop'],
  ['« Arrêt »', 'stop'],
  ['Désabonner', 'stop'],
  ['wypisz', 'stop'],
  ['Rezygnuję', 'stop'],
  ['unsubscribe', 'stop'],
  ['Ja!', 'yes'],
  ['TAK', 'yes'],
  ['oui', 'yes'],
  ['Nei', 'no'],
  ['nie', 'no'],
  ['Peut-être', 'maybe'],
  ['Can I stop by on Friday?', 'other'],
  ['Please do not stop', 'other'],
  ['', 'other'],
])('%s', (text, meaning) => {
  expect(meaningOf(text)).toBe(meaning);
});
