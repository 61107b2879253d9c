import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../server/platform/package-root.ts';

const PASSED_BY = new Set(['node_modules', 'dist', 'data', 'reports', '.git']);

export interface SourceFile {
  /** From the package folder, with slashes. */
  path: string;
  text: string;
}

/** Every file under the folders whose path matches. */
export function sources(folders: string[], matching: RegExp): SourceFile[] {
  return folders
    .flatMap(pathsIn)
    .filter((path) => matching.test(path))
    .map((path) => ({ path, text: readFileSync(join(packageRoot(), path), 'utf8') }));
}

function pathsIn(folder: string): string[] {
  return readdirSync(join(packageRoot(), folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return PASSED_BY.has(entry.name) ? [] : pathsIn(path);
    return entry.isFile() ? [path] : [];
  });
}
