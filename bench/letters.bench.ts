import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Press, type PrintedDocument } from '../server/modules/layouts/index.ts';
import { type Bench, timed } from './bench.ts';

const WORDS =
  'Uprzejmie informujemy, że w związku z koniecznością okresowego przeglądu technicznego zapraszamy do naszego serwisu. Vi minner om at bilen din skal på service.';

/** The same words as ours, set by the library alone: no letterhead, window, code or page numbers. */
const BARE = `
#set page(paper: "a4")
#set text(font: "Noto Sans", size: 10pt)
#let one = json(bytes(sys.inputs.at("letter")))
#for line in one.address [#line \\ ]
#heading(one.subject)
#for words in one.paragraphs { par(words) }
`;

const letterOf = (n: number) => ({
  address: [`Grzegorz Nowak ${n}`, 'ul. Popiełuszki 12/34', '00-950 Warszawa'],
  subject: `Przegląd nr ${n}`,
  paragraphs: [`Szanowny Panie ${n},`, WORDS, WORDS, 'Z poważaniem'],
});

const documentOf = (n: number): PrintedDocument => {
  const { address, subject, paragraphs } = letterOf(n);
  return {
    head: 0,
    language: 'pl',
    address,
    subject,
    code: { bars: [2, 1, 1, 2, 3, 2, 2, 3, 3, 1, 1, 1, 2], text: String(n) },
    info: [{ label: 'Data', value: '27 listopada 2026' }],
    blocks: paragraphs.map((text) => ({ kind: 'text', runs: [{ text }] })),
  };
};

const bareCompiler = (): NodeCompiler => {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
  const fonts = ['400Regular/NotoSans_400Regular', '700Bold/NotoSans_700Bold'].map((face) =>
    readFileSync(join(folder, `${face}.ttf`)),
  );
  return NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
};

const HEAD = {
  form: 'din-b',
  name: 'Fjord Bil AS',
  colour: '#1864ab',
  logo: null,
  sender: 'Fjord Bil AS · Storgata 1 · 0155 Oslo',
  footer: [['Fjord Bil AS', 'Storgata 1'], ['Org.nr 999 888 777']],
  pages: 'Strona {page} z {pages}',
} as const;

export const bench: Bench = {
  name: 'letters',
  about:
    'So many letters in one PDF, with letterhead, window, code and page numbers, against the bare library setting one after the other',
  size: 10_000,
  rounds: 3,
  ratios: { print: { variant: 'print', against: 'bare', limit: 2 } },
  open: async (_database, size) => {
    const press = new Press();
    const compiler = bareCompiler();
    const documents = Array.from({ length: size }, (_, n) => documentOf(n));
    const heads = [{ ...HEAD, footer: HEAD.footer.map((column) => [...column]) }];
    return {
      variants: {
        print: () => timed(() => press.print({ title: 'Letters', author: 'Fjord Bil', heads, images: {}, documents })),
        bare: () =>
          timed(async () => {
            for (let n = 0; n < size; n += 1) {
              compiler.pdf({ mainFileContent: BARE, inputs: { letter: JSON.stringify(letterOf(n)) } });
              if (n % 200 === 0) compiler.evictCache(2);
            }
          }),
      },
      close: () => press.close(),
    };
  },
};
