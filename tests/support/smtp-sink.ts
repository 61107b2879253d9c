import { chown, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { startPeer } from './peers.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOBODY = 65534;

export interface SmtpSink {
  port: number;
  /** Every message it accepted, from the files it wrote itself: who it was for and its Message-ID. */
  accepted(): Promise<{ to: string; messageId: string }[]>;
  stop(): Promise<void>;
}

/** Postfix's test server, which accepts everything and writes each message to a file. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const { folder, remove } = await temporaryFolder();
  const dump = join(folder, 'accepted');
  await mkdir(dump);
  const asRoot = process.getuid?.() === 0;
  if (asRoot) await chown(dump, NOBODY, NOBODY);
  const port = await freePort();
  const args = ['-d', 'message.', ...(asRoot ? ['-u', 'nobody'] : []), `127.0.0.1:${port}`, '128'];
  const sink = await startPeer('smtp-sink', args, { port, folder: dump });
  return {
    port,
    accepted: async () => {
      const names = await readdir(dump);
      return Promise.all(names.map(async (name) => readDump(await readFile(join(dump, name), 'latin1'))));
    },
    stop: async () => {
      await sink.stop();
      await remove();
    },
  };
}

function readDump(text: string): { to: string; messageId: string } {
  const to = [...text.matchAll(/^X-Rcpt-Args: <([^>]*)>/gm)].map(([, address]) => address);
  const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1];
  if (to.length !== 1 || messageId === undefined)
    throw new Error(`Not one message for one person:\n${text.slice(0, 500)}`);
  return { to: to[0]!, messageId };
}
