import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { packageRoot } from '../../platform/package-root.ts';
import type { Block, Letterhead, PrintJob, Sheets } from './model/printed-document.ts';

/** Of PDF/A for documents that carry an e-invoice with them; ordinary ones need none. */
export type PdfStandard = 'a-2b' | 'a-3b';

const FACES = ['400Regular/NotoSans_400Regular', '400Regular_Italic/NotoSans_400Regular_Italic'];
const BOLD_FACES = ['700Bold/NotoSans_700Bold', '700Bold_Italic/NotoSans_700Bold_Italic'];

const readFonts = (): Buffer[] => {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));
  return [...FACES, ...BOLD_FACES].map((face) => readFileSync(join(folder, `${face}.ttf`)));
};

/** What earlier compilations remembered is kept for as many more, so that memory stays flat. */
const KEPT = 2;

/** Sets documents and writes them as PDF. It works while it holds the thread: `Press` gives it one of its own. */
export class Typesetter {
  readonly #source = readFileSync(join(packageRoot(), 'server/modules/layouts/typst/document.typ'), 'utf8');
  /** A folder in which nothing lies: a document reads what it is given and no file of ours. */
  readonly #folder = join(packageRoot(), 'server/modules/layouts/typst/nothing');
  readonly #compiler = NodeCompiler.create({ workspace: this.#folder, fontArgs: [{ fontBlobs: readFonts() }] });

  set(job: PrintJob, standard: PdfStandard | null = null): { pdf: Buffer; sheets: Sheets[] } {
    return this.#compiled(job, (document) => ({
      pdf: this.#compiler.pdf(document, standard ? { pdfStandard: standard } : {}),
      sheets: this.#compiler.query(document, { selector: '<sheets>', field: 'value' })[0],
    }));
  }

  /** For eyes on a screen: all pages under each other. */
  show(job: PrintJob): { svg: string; pages: number } {
    return this.#compiled(job, (document) => ({ svg: this.#compiler.plainSvg(document), pages: document.numOfPages }));
  }

  #compiled<T>(job: PrintJob, use: (document: NodeTypstDocument) => T): T {
    const compiler = this.#compiler;
    const paths = new Map(Object.keys(job.images).map((name, n) => [name, `/image-${n}`]));
    for (const [name, path] of paths) compiler.mapShadow(this.#folder + path, job.images[name] ?? Buffer.alloc(0));
    compiler.mapShadow(join(this.#folder, 'documents.json'), Buffer.from(JSON.stringify(placed(job, paths))));
    try {
      const compiled = compiler.compile({ mainFileContent: this.#source });
      if (!compiled.result) throw new Error(`A document cannot be set: ${explain(compiler, compiled)}`);
      return use(compiled.result);
    } finally {
      compiler.resetShadow();
      compiler.evictCache(KEPT);
    }
  }
}

type Compiled = ReturnType<NodeCompiler['compile']>;

const explain = (compiler: NodeCompiler, compiled: Compiled): string => {
  const error = compiled.takeDiagnostics();
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)).slice(0, 500) : 'no reason given';
};

/** Pictures by the paths under which the typesetter finds them. */
const placed = ({ title, author, heads, documents }: PrintJob, paths: ReadonlyMap<string, string>) => {
  const pathOf = (image: string) => paths.get(image) ?? '';
  const head = ({ logo, ...rest }: Letterhead) => ({ ...rest, logo: logo && { ...logo, path: pathOf(logo.image) } });
  const block = (one: Block) => (one.kind === 'image' ? { ...one, path: pathOf(one.image) } : one);
  return {
    title,
    author,
    heads: heads.map(head),
    documents: documents.map((one) => ({ ...one, blocks: one.blocks.map(block) })),
  };
};
