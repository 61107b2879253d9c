export type Values = Record<string, unknown>;

const isBranch = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** The value at a path such as `address.city` or `lines.2.price`. */
export function valueAt(values: Values, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (isBranch(at) ? at[key] : undefined), values);
}

/** A copy with the value at a path changed; everything else is the same object as before. */
export function withValueAt(values: Values, path: string, value: unknown): Values {
  const [head = '', ...rest] = path.split('.');
  const inner = values[head];
  const next = rest.length === 0 ? value : withValueAt(isBranch(inner) ? inner : {}, rest.join('.'), value);
  if (!Array.isArray(values)) return { ...values, [head]: next };
  const copy = [...values];
  copy[Number(head)] = next;
  return copy as unknown as Values;
}
