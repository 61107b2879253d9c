import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** The archive is damaged, or made to do harm. */
export class ZipProblem extends Error {
  readonly code: 'broken' | 'encrypted' | 'too_large';
  constructor(code: ZipProblem['code']) {
    super(`The archive is ${code.replace('_', ' ')}.`);
    this.code = code;
  }
}

interface Entry {
  method: number;
  compressed: number;
  headerAt: number;
}
export interface ZipFile {
  has(name: string): boolean;
  /** What the entry holds. It counts what really comes out, whatever the archive says, and breaks off with `too_large` beyond `most` bytes. */
  read(name: string, most: number): AsyncIterable<Buffer>;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_DIRECTORY = 4 * 2 ** 20;

const readAt = async (handle: FileHandle, at: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new ZipProblem('broken');
  return buffer;
};

const findEnd = async (handle: FileHandle): Promise<Buffer> => {
  const { size } = await handle.stat();
  const length = Math.min(size, 22 + 0xffff);
  const tail = await readAt(handle, size - length, length);
  for (let at = tail.length - 22; at >= 0; at -= 1) if (tail.readUInt32LE(at) === END) return tail.subarray(at);
  throw new ZipProblem('broken');
};

const entriesOf = (directory: Buffer, count: number): Map<string, Entry> => {
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw new ZipProblem('broken');
    if (directory.readUInt16LE(at + 8) & 1) throw new ZipProblem('encrypted');
    const length = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + length).replace(/^\//, '');
    entries.set(name, {
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
};

/** Lets so many bytes through. */
const guard = (most: number): Transform => {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > most) done(new ZipProblem('too_large'));
      else done(null, chunk);
    },
  });
};

async function* contentOf(file: string, entry: Entry, most: number): AsyncGenerator<Buffer> {
  const handle = await open(file);
  const header = await readAt(handle, entry.headerAt, 30).finally(() => handle.close());
  if (header.readUInt32LE(0) !== LOCAL || (entry.method !== 0 && entry.method !== 8)) throw new ZipProblem('broken');
  if (entry.compressed === 0) return;
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const raw = createReadStream(file, { start, end: start + entry.compressed - 1 });
  const guarded = guard(most);
  const fail = (error: Error) => guarded.destroy(error instanceof ZipProblem ? error : new ZipProblem('broken'));
  raw.on('error', fail);
  if (entry.method === 0) raw.pipe(guarded);
  else raw.pipe(createInflateRaw().on('error', fail)).pipe(guarded);
  try {
    for await (const chunk of guarded) yield chunk as Buffer;
  } finally {
    raw.destroy();
    guarded.destroy();
  }
}

/** Opens a ZIP archive on disk by its directory; reads nothing else. ZIP64 and encryption are refused. Throws ZipProblem. */
export const openZip = async (file: string): Promise<ZipFile> => {
  const handle = await open(file);
  try {
    const end = await findEnd(handle);
    const [count, size, at] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
    if (size > MAX_DIRECTORY) throw new ZipProblem('too_large');
    const entries = entriesOf(await readAt(handle, at, size), count);
    return {
      has: (name) => entries.has(name),
      read: (name, most) => {
        const entry = entries.get(name);
        if (entry === undefined) throw new ZipProblem('broken');
        return contentOf(file, entry, most);
      },
    };
  } finally {
    await handle.close();
  }
};
