/** How numbers are written in a language: 12,999.5 or 12 999,5. */
export interface Separators {
  decimal: string;
  thousand: string;
}

const SPACES = /[\s\u00a0\u202f]/g;

/** Groups of three or none: 1,5 is no fifteen. */
function ungrouped(whole: string, group: string): string | null {
  if (!whole.includes(group)) return whole;
  const [first = '', ...rest] = whole.split(group);
  return /^\d{1,3}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part)) ? [first, ...rest].join('') : null;
}

/** The number that was typed: its thousands apart or not, a point or comma before the decimals, a minus. Null when it is none. */
export function numberIn(typed: string, { decimal, thousand }: Separators): number | null {
  const text = typed.trim().replace(SPACES, ' ').replace(/^[−–]/, '-');
  const group = thousand.replace(SPACES, ' ') || ' ';
  const point = [decimal, '.', ','].find((one) => one !== group && text.includes(one)) ?? decimal;
  const [, minus = '', whole = '', decimals = ''] =
    /^(-?) ?([\d., ]*?)(?:\|(\d*))?$/.exec(text.replace(point, '|')) ?? [];
  const digits = ungrouped(whole, whole.includes(group) ? group : ' ');
  if (digits === null || !/^\d*$/.test(digits) || digits + decimals === '') return null;
  return Number(`${minus}${digits || '0'}.${decimals || '0'}`) || 0;
}

/** Has it no more decimals than fit? */
export const fitsDigits = (value: number, digits: number): boolean => {
  const scaled = value * 10 ** digits;
  return Math.abs(scaled - Math.round(scaled)) < 1e-6;
};

/** As it stands in a field: with the decimals it has, up to `digits`. */
export function writtenNumber(value: number, { decimal, thousand }: Separators, digits: number): string {
  const [whole = '', decimals = ''] = value.toFixed(digits).split('.');
  const kept = decimals.replace(/0+$/, '');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, thousand)}${kept === '' ? '' : `${decimal}${kept}`}`;
}
