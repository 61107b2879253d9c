/** One file of several that our typesetter wrote: plain objects, a classic cross-reference table, nothing encrypted. */
export const joinPdfs = (parts: readonly Buffer[], title: string): Buffer => {
  const file = new PdfFile();
  const kids: { id: number; pages: number }[] = [];
  const pagesId = file.take(1);
  for (const part of parts) kids.push(addPart(file, readPdf(part), pagesId));
  const count = kids.reduce((sum, { pages }) => sum + pages, 0);
  file.write(
    pagesId,
    `<<\n  /Type /Pages\n  /Count ${count}\n  /Kids [${kids.map(({ id }) => `${id} 0 R`).join(' ')}]\n>>`,
  );
  const root = file.add(`<<\n  /Type /Catalog\n  /Pages ${pagesId} 0 R\n>>`);
  const info = file.add(`<<\n  /Title <feff${Buffer.from(title, 'utf16le').swap16().toString('hex')}>\n>>`);
  return file.end(root, info);
};

interface ReadPdf {
  bytes: Buffer;
  root: number;
  info: number | null;
  /** By number: where it begins and ends. */
  objects: Map<number, [from: number, to: number]>;
  size: number;
}

const numberAfter = (text: string, key: RegExp): number | null => {
  const found = key.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

const must = (value: number | null, what: string): number => {
  if (value === null) throw new Error(`This is no PDF of ours: it lacks ${what}.`);
  return value;
};

const readPdf = (bytes: Buffer): ReadPdf => {
  const start = must(numberAfter(bytes.toString('latin1', bytes.length - 64), /startxref\s+(\d+)/), 'a start');
  const table = bytes.toString('latin1', start);
  const size = must(numberAfter(table, /\/Size (\d+)/), 'a size');
  const offsets = [...table.matchAll(/^(\d{10}) \d{5} ([nf])\s/gm)].map(([, offset, kind]) =>
    kind === 'n' ? Number(offset) : null,
  );
  const ordered = [...offsets.filter((offset) => offset !== null), start].sort((a, b) => a - b);
  const next = new Map(ordered.map((offset, n) => [offset, ordered[n + 1] ?? start]));
  const objects = new Map<number, [number, number]>();
  for (const [id, offset] of offsets.entries()) {
    if (offset !== null) objects.set(id, [offset, next.get(offset) ?? start]);
  }
  const root = must(numberAfter(table, /\/Root (\d+) 0 R/), 'a root');
  return { bytes, root, info: numberAfter(table, /\/Info (\d+) 0 R/), objects, size };
};

const STREAM = Buffer.from('\nstream\n');

const addPart = (file: PdfFile, part: ReadPdf, parent: number): { id: number; pages: number } => {
  const shift = file.take(part.size);
  const catalog = textOf(part, part.root);
  const tree = must(numberAfter(catalog, /\/Pages (\d+) 0 R/), 'pages');
  const pages = must(numberAfter(textOf(part, tree), /\/Count (\d+)/), 'a count of pages');
  for (const [id, [from, to]] of part.objects) {
    if (id === part.root || id === part.info) continue;
    const object = part.bytes.subarray(from, to);
    const cut = object.indexOf(STREAM);
    const head = object.toString('latin1', object.indexOf('obj') + 4, cut === -1 ? object.lastIndexOf('endobj') : cut);
    const moved = moveReferences(head.trimEnd(), shift);
    const words = id === tree ? moved.replace('/Type /Pages', `/Type /Pages\n  /Parent ${parent} 0 R`) : moved;
    file.write(id + shift, words, cut === -1 ? null : object.subarray(cut, object.lastIndexOf('endobj')));
  }
  return { id: tree + shift, pages };
};

const textOf = ({ bytes, objects }: ReadPdf, id: number): string => {
  const [from, to] = objects.get(id) ?? [0, 0];
  return bytes.toString('latin1', from, to);
};

/** Adds to the number of every reference; words in brackets are left alone, whatever they look like. */
export const moveReferences = (text: string, shift: number): string => {
  let moved = '';
  let depth = 0;
  let from = 0;
  const move = (words: string) => words.replace(/\b(\d+) 0 R\b/g, (_, id) => `${Number(id) + shift} 0 R`);
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\\' && depth > 0) at += 1;
    else if (letter === '(') {
      if (depth === 0) {
        moved += move(text.slice(from, at));
        from = at;
      }
      depth += 1;
    } else if (letter === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        moved += text.slice(from, at + 1);
        from = at + 1;
      }
    }
  }
  return moved + (depth === 0 ? move(text.slice(from)) : text.slice(from));
};

/** Written from front to back; numbers of objects may be taken ahead. */
class PdfFile {
  readonly #pieces: Buffer[] = [];
  readonly #offsets: (number | undefined)[] = [];
  #length = 0;
  /** The number 0 is nobody's. */
  #taken = 1;

  constructor() {
    this.#put(Buffer.from('%PDF-1.7\n%\u0080\u0080\u0080\u0080\n\n', 'latin1'));
  }

  /** How far the numbers of the next `count` objects are moved. */
  take(count: number): number {
    const first = this.#taken;
    this.#taken += count;
    return first;
  }

  add(words: string): number {
    const id = this.take(1);
    this.write(id, words);
    return id;
  }

  write(id: number, words: string, stream: Buffer | null = null): void {
    this.#offsets[id] = this.#length;
    this.#put(Buffer.from(`${id} 0 obj\n${words}`, 'latin1'));
    if (stream) this.#put(stream);
    this.#put(Buffer.from('\nendobj\n\n', 'latin1'));
  }

  end(root: number, info: number): Buffer {
    const start = this.#length;
    const entries = Array.from({ length: this.#taken }, (_, id) => {
      const offset = this.#offsets[id];
      return offset === undefined ? '0000000000 65535 f\r\n' : `${String(offset).padStart(10, '0')} 00000 n\r\n`;
    });
    const trailer = `trailer\n<<\n  /Size ${this.#taken}\n  /Root ${root} 0 R\n  /Info ${info} 0 R\n>>\nstartxref\n${start}\n%%EOF`;
    this.#put(Buffer.from(`xref\n0 ${this.#taken}\n${entries.join('')}${trailer}`, 'latin1'));
    return Buffer.concat(this.#pieces);
  }

  #put(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }
}
