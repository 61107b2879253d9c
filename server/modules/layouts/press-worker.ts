import { parentPort } from 'node:worker_threads';
import { joinPdfs } from './model/join-pdfs.ts';
import type { PrintJob } from './model/printed-document.ts';
import { type PdfStandard, Typesetter } from './typesetter.ts';

export type PressOrder =
  | { id: number; kind: 'set'; job: PrintJob; standard: PdfStandard | null }
  | { id: number; kind: 'show'; job: PrintJob }
  | { id: number; kind: 'join'; parts: Uint8Array[]; title: string };

export type PressAnswer =
  | { id: number; svg: string; pages: number }
  | { id: number; pdf: Uint8Array; sheets: (readonly [number, number])[] }
  | { id: number; error: string };

let typesetter: Typesetter | undefined;

const work = (order: PressOrder): PressAnswer => {
  const { id } = order;
  if (order.kind === 'join')
    return {
      id,
      pdf: joinPdfs(
        order.parts.map((part) => Buffer.from(part)),
        order.title,
      ),
      sheets: [],
    };
  typesetter ??= new Typesetter();
  // A buffer comes through the wall between threads as bare bytes.
  const images = Object.fromEntries(
    Object.entries(order.job.images).map(([name, bytes]) => [name, Buffer.from(bytes)]),
  );
  const job = { ...order.job, images };
  return { id, ...(order.kind === 'show' ? typesetter.show(job) : typesetter.set(job, order.standard)) };
};

parentPort?.on('message', (order: PressOrder) => {
  try {
    parentPort?.postMessage(work(order));
  } catch (error) {
    parentPort?.postMessage({ id: order.id, error: error instanceof Error ? error.message : String(error) });
  }
});
