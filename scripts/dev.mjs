// npm run dev: the server restarts and the browser reloads as files change.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './build.mjs';

const programs = [
  ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main/start.ts'],
  ['node_modules/vite/bin/vite.js', '--config', 'web/vite.config.ts', '--clearScreen', 'false'],
];

const children = programs.map(([file, ...args]) =>
  spawn(process.execPath, [join(ROOT, file), ...args], { cwd: ROOT, stdio: 'inherit' }),
);

let ending = false;
const end = (code) => {
  if (!ending) for (const child of children) child.kill('SIGTERM');
  ending = true;
  process.exitCode ??= code;
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
for (const child of children) child.on('exit', (code) => end(code ?? 1));
