import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../../platform/package-root.ts';
import type { PrintedDocument, PrintJob, Sheets } from './model/printed-document.ts';
import type { PressAnswer, PressOrder } from './press-worker.ts';
import type { PdfStandard } from './typesetter.ts';

export interface Printed {
  pdf: Buffer;
  /** Of the whole file. */
  pages: number;
  /** Where each document stands in it, in their order. */
  sheets: Sheets[];
}

/** Documents that are set at once: enough to be fast, few enough that memory stays flat, and that a preview need not wait long. */
const AT_ONCE = 200;

type Order = PressOrder extends infer One ? (One extends PressOrder ? Omit<One, 'id'> : never) : never;

/** What was still to be printed is not at fault: the process ends. */
export class PressClosed extends Error {}

/** The thread ended with orders in hand; one of them may have broken it. */
class PressBroke extends Error {}

interface Waiting {
  worker: Worker;
  resolve(answer: PressAnswer): void;
  reject(error: Error): void;
}

/** Prints documents to PDF in a thread of its own, which starts with the first; the event loop stays free. */
export class Press {
  #worker: Worker | undefined;
  #closed = false;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();
  /** Those whose thread broke, one after the other. */
  #again: Promise<unknown> = Promise.resolve();
  readonly #startThread: () => Worker;

  constructor(start = startThread) {
    this.#startThread = start;
  }

  /** All documents of a job in one file, each with page numbers of its own. */
  async print(job: PrintJob, standard: PdfStandard | null = null): Promise<Printed> {
    const parts: Uint8Array[] = [];
    const sheets: Sheets[] = [];
    let pages = 0;
    for (const documents of chunksOf(job.documents)) {
      const part = await this.#printed({ kind: 'set', job: { ...job, documents }, standard });
      parts.push(part.pdf);
      for (const [first, last] of part.sheets) sheets.push([first + pages, last + pages]);
      pages = sheets.at(-1)?.[1] ?? 0;
    }
    const [only] = parts;
    if (only === undefined) throw new Error('Nothing to print.');
    const pdf = parts.length === 1 ? bytesOf(only) : await this.join(parts, job.title);
    return { pdf, pages, sheets };
  }

  /** One file of several that were printed here. */
  async join(parts: Uint8Array[], title: string): Promise<Buffer> {
    return bytesOf((await this.#printed({ kind: 'join', parts, title })).pdf);
  }

  /** A few documents as a picture, all pages under each other. */
  async show(job: PrintJob): Promise<{ svg: string; pages: number }> {
    const answer = await this.#ask({ kind: 'show', job });
    if (!('svg' in answer)) throw new Error('The press printed where it should have drawn.');
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.values()) reject(new PressClosed('The press was closed.'));
    this.#waiting.clear();
    await this.#worker?.terminate();
  }

  async #printed(order: Order): Promise<{ pdf: Uint8Array; sheets: Sheets[] }> {
    const answer = await this.#ask(order);
    if (!('pdf' in answer)) throw new Error('The press drew where it should have printed.');
    return answer;
  }

  async #ask(order: Order): Promise<Exclude<PressAnswer, { error: string }>> {
    const answer = await this.#order(order).catch((error) => {
      if (!(error instanceof PressBroke)) throw error;
      // Which order broke the thread shows when each is tried once more by itself.
      const again = this.#again.then(() => this.#order(order));
      this.#again = again.catch(() => undefined);
      return again;
    });
    if ('error' in answer) throw new Error(answer.error);
    return answer;
  }

  #order(order: Order): Promise<PressAnswer> {
    if (this.#closed) return Promise.reject(new PressClosed('The press was closed.'));
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { worker, resolve, reject });
      worker.ref();
      worker.postMessage({ ...order, id });
    });
  }

  /** A thread that breaks takes its orders with it; the next order starts another. */
  #start(): Worker {
    const worker = this.#startThread();
    worker.on('message', (answer: PressAnswer) => {
      this.#waiting.get(answer.id)?.resolve(answer);
      this.#waiting.delete(answer.id);
      // An idle press keeps no process alive.
      if (this.#waiting.size === 0) worker.unref();
    });
    worker.on('error', (error) => this.#broke(worker, error instanceof Error ? error.message : String(error)));
    worker.on('exit', () => this.#broke(worker, 'The press stopped.'));
    return worker;
  }

  #broke(worker: Worker, why: string): void {
    if (this.#worker === worker) this.#worker = undefined;
    for (const [id, order] of this.#waiting) {
      if (order.worker !== worker) continue;
      this.#waiting.delete(id);
      order.reject(new PressBroke(why));
    }
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);

/** Built, the thread runs as it is; from the sources it needs the translator that its parent has, which threads do not inherit. */
const startThread = (): Worker => {
  if (import.meta.url.endsWith('.js')) return new Worker(join(packageRoot(), 'dist/server/press-worker.js'));
  const translator = import.meta.resolve('tsx/esm/api');
  const file = new URL('./press-worker.ts', import.meta.url).href;
  const begin = `import(${JSON.stringify(translator)}).then(({ register }) => (register(), import(${JSON.stringify(file)})))`;
  return new Worker(begin, { eval: true });
};

function* chunksOf(documents: readonly PrintedDocument[]): Generator<readonly PrintedDocument[]> {
  for (let from = 0; from < documents.length; from += AT_ONCE) yield documents.slice(from, from + AT_ONCE);
}
