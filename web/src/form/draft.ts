import type { Values } from './values.ts';

/** Never written down, not even for a moment. */
const SECRET = /password|secret|token|key/i;

const keyOf = (place: string, start: Values) => `fanfare.draft:${place}:${Object.keys(start).join()}`;

/** Keeps what was typed when the session ends under someone's hands, so that it's there after signing in again. */
export function keepDraft(place: string, start: Values, values: Values): void {
  const open = Object.entries(values).filter(([name, value]) => !SECRET.test(name) && !(value instanceof File));
  sessionStorage.setItem(keyOf(place, start), JSON.stringify(Object.fromEntries(open)));
}

/** What was kept for this form at this place, once. */
export function takeDraft(place: string, start: Values): Values | null {
  const key = keyOf(place, start);
  const kept = sessionStorage.getItem(key);
  if (kept === null) return null;
  sessionStorage.removeItem(key);
  return { ...start, ...(JSON.parse(kept) as Values) };
}
