import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** The path of a program, looked for where servers lie too; undefined when this machine does not have it. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** The folder of an installed PostgreSQL server's programs; Debian keeps them off the path, one folder a version. The newest. */
export function findPostgres(): string | undefined {
  const versions = namesIn('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a));
  const folders = versions.map((version) => join('/usr/lib/postgresql', version, 'bin'));
  const onPath = findProgram('initdb');
  return [...folders, ...(onPath === undefined ? [] : [dirname(onPath)])].find((folder) =>
    ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name))),
  );
}

/** The library that gives a process another clock; Debian keeps it in a folder of the machine's kind. */
export function findFaketime(): string | undefined {
  return namesIn('/usr/lib')
    .map((folder) => join('/usr/lib', folder, 'faketime/libfaketime.so.1'))
    .find(existsSync);
}

/** Debian's Chromium that has no windows: a page takes a quarter less of the processor. Its package has the same name. */
export const HEADLESS = 'chromium-headless-shell';

/** A Chromium or Chrome: CHROME_PATH, an installed one, or one that Playwright fetched. */
export function findChrome(): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named) return named;
  const installed = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(
    findProgram,
  );
  return [...installed, ...USUAL_PLACES, ...fromPlaywright()].find((path) => path !== undefined && isExecutable(path));
}

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const IN_PLAYWRIGHT = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

/** The newest first. */
function fromPlaywright(): string[] {
  const caches = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'],
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(process.env['LOCALAPPDATA'] ?? homedir(), 'ms-playwright'),
  ];
  return caches.flatMap((cache) => {
    const versions = cache === undefined ? [] : namesIn(cache).filter((name) => /^chromium-\d+$/.test(name));
    const newestFirst = versions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
    return newestFirst.flatMap((version) => IN_PLAYWRIGHT.map((place) => join(cache!, version, place)));
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
