import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server where databases may be created; it holds the migrated template. */
    serverUrl: string;
  }
}

export const TEMPLATE = 'fanfare_template';

/** The same server, another database. */
export function databaseAt(url: string, database: string): string {
  const at = new URL(url);
  at.pathname = `/${database}`;
  return at.toString();
}
