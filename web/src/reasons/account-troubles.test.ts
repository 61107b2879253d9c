import { expect, test } from 'vitest';
import { EMAIL_REASONS } from '../../../contract/email-reasons.ts';
import { SMS_REASONS } from '../../../contract/sms-reasons.ts';
import { en } from './texts/en.ts';
import { fr } from './texts/fr.ts';
import { nb } from './texts/nb.ts';
import { pl } from './texts/pl.ts';

test.each(Object.entries({ en, nb, pl, fr }))('in %s every trouble of an account has words', (_language, texts) => {
  const said = new Set(Object.keys(texts));
  expect([...EMAIL_REASONS, ...SMS_REASONS].filter((reason) => !said.has(reason))).toEqual([]);
});
