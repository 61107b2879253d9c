import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Leaves nothing open: launches, waits for the end, tells the sums. */
  once: boolean;
  /** The last line on stdout is one JSON object; everything else goes to stderr. */
  json: boolean;
  /** Goes on with the people and campaigns of last time. */
  keep: boolean;
}

export const USAGE = `npm run demo -- [--once] [--json] [--keep]

  --once   end when the campaign has been sent, instead of leaving Fanfare open
  --json   with --once: print the sums as one line of JSON, last
  --keep   keep what the last demo left, instead of beginning anew`;

/** Null when the arguments make no sense. */
export const readOptions = (args: string[]): DemoOptions | null => {
  try {
    const { values } = parseArgs({
      args,
      options: { once: { type: 'boolean' }, json: { type: 'boolean' }, keep: { type: 'boolean' } },
    });
    const { once = false, json = false, keep = false } = values;
    return json && !once ? null : { once, json, keep };
  } catch {
    return null;
  }
};
