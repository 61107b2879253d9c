import { join } from 'node:path';
import { defineConfig } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const from = (folder: string, names: string[], as = '') =>
  Object.fromEntries(names.map((name) => [`${as}${name}`, join(ROOT, folder, `${name}.ts`)]));

const SERVER = {
  ...from('server/main', ['start', 'web', 'worker', 'demo', 'ledger-check'], 'main/'),
  ...from('server/modules/layouts', ['press-worker']),
};
const PROCESSES = {
  ...from('tests/support', ['tick-process', 'embedded-process', 'smpp-server-process']),
  ...from('bench/sms', ['ours-process', 'bare-process'], 'sms-'),
  ...from('bench/send', ['light-server-process', 'nodemailer-process']),
};

/** A few files: to read a thousand takes a process half of its start. `--mode processes` makes what tests and benches begin beside it. */
export default defineConfig(({ mode }) => ({
  root: ROOT,
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: mode === 'processes' ? 'dist/processes' : 'dist/server',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: mode === 'processes' ? PROCESSES : SERVER,
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name].js' },
    },
  },
  // Each is many files too, or must share what it imports with our own.
  ssr: {
    noExternal: [
      'csv-parse',
      'csv-stringify',
      'fastify-type-provider-zod',
      'hucre',
      'kysely',
      'libphonenumber-js',
      'uuid',
      'zod',
    ],
  },
}));
