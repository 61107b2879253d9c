import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../contract/messages/languages.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { sources } from './sources.ts';

type Bundle = Record<string, string>;

/** Plural forms differ by language; the text they belong to is the same. */
const baseOf = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const basesOf = (bundle: Bundle) => [...new Set(Object.keys(bundle).map(baseOf))].sort();
const PLURALS: Record<Language, string[]> = {
  en: ['one', 'other'],
  nb: ['one', 'other'],
  pl: ['few', 'many', 'one'],
  fr: ['one', 'other'],
};

const parametersOf = (bundle: Bundle, base: string) => {
  const texts = Object.entries(bundle).filter(([key]) => baseOf(key) === base);
  return [...new Set(texts.flatMap(([, text]) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])))].sort();
};

async function bundle(folder: string, language: Language): Promise<Bundle> {
  return (await import(join(packageRoot(), folder, `${language}.ts`)))[language];
}

const folders = sources(['web/src'], /\/en\.ts$/).map(({ path }) => path.slice(0, -'/en.ts'.length));

test('the texts of the browser are found', () => {
  expect(folders).toContain('web/src/i18n/shared');
  expect(folders.length).toBeGreaterThan(5);
});

describe.each(folders)('%s', (folder) => {
  test.each(LANGUAGES)('says everything in %s', async (language) => {
    const english = await bundle(folder, 'en');
    const texts = await bundle(folder, language);
    expect(basesOf(texts)).toEqual(basesOf(english));
    for (const [key, text] of Object.entries(texts)) expect(text.trim(), key).not.toBe('');
    for (const base of basesOf(english)) {
      if (parametersOf(english, base).length > 0 && !(base in english)) continue;
      expect(parametersOf(texts, base), base).toEqual(parametersOf(english, base));
    }
  });

  test.each(LANGUAGES)('has every plural form of %s', async (language) => {
    const texts = await bundle(folder, language);
    const plurals = [
      ...new Set(
        Object.keys(texts)
          .filter((key) => baseOf(key) !== key)
          .map(baseOf),
      ),
    ];
    for (const base of plurals) {
      const forms = Object.keys(texts).filter((key) => baseOf(key) === base && key !== base);
      const needed = PLURALS[language].map((form) => `${base}_${form}`);
      expect(forms, base).toEqual(expect.arrayContaining(needed));
    }
  });
});

describe.each(sources(['contract/messages'], /\/(?!index|languages)[\w-]+\.ts$/).map(({ path }) => path))(
  '%s',
  (path) => {
    test('every error has a text in four languages, with the same parameters', async () => {
      const messages = Object.values(await import(join(packageRoot(), path)))[0] as Record<
        string,
        Record<Language, string>
      >;
      for (const [code, texts] of Object.entries(messages)) {
        expect(Object.keys(texts).sort(), code).toEqual([...LANGUAGES].sort());
        for (const language of LANGUAGES) {
          expect(texts[language].trim(), `${code} ${language}`).not.toBe('');
          expect(parametersOf({ text: texts[language] }, 'text'), `${code} ${language}`).toEqual(
            parametersOf({ text: texts.en }, 'text'),
          );
        }
      }
    });
  },
);
