/*
 * Arrays as PostgreSQL sends and receives them in its binary form (array_send in its arrayfuncs.c): the number of dimensions, whether
 * there are nulls, the type of the elements, how many there are, counted from 1; then each element's length and bytes, -1 for null.
 * Read from text, an element takes PostgreSQL a look at each of its signs, and an id sixteen conversions of two.
 */
const INT4 = 23;
const TEXT = 25;
const UUID = 2950;

const HEAD_BYTES = 20;
const LENGTH_BYTES = 4;
const UUID_BYTES = 16;
const UUID_SIGNS = 36;
const NULL = -1;

/** Writes the head and answers where the elements begin. */
const begin = (array: Buffer, type: number, count: number): number => {
  array.writeInt32BE(1, 0);
  // PostgreSQL finds out by itself whether there are nulls.
  array.writeInt32BE(0, 4);
  array.writeInt32BE(type, 8);
  array.writeInt32BE(count, 12);
  array.writeInt32BE(1, 16);
  return HEAD_BYTES;
};

export const int4Array = (values: readonly number[]): Buffer => {
  const array = Buffer.allocUnsafe(HEAD_BYTES + values.length * (LENGTH_BYTES + 4));
  let at = begin(array, INT4, values.length);
  for (const value of values) {
    at = array.writeInt32BE(4, at);
    at = array.writeInt32BE(value, at);
  }
  return array;
};

const HYPHEN = 45;

/** The value of a sign in hexadecimal; beyond 0 to 15 for every other. */
const nibble = (code: number): number => {
  if (code < 58) return code - 48;
  const letter = (code | 32) - 97;
  return letter < 0 ? letter : letter + 10;
};

const writeUuid = (array: Buffer, id: string, from: number): number => {
  let at = from;
  let odd = id.length === UUID_SIGNS ? 0 : -1;
  for (let sign = 0; sign < UUID_SIGNS; sign += 2) {
    if (sign === 8 || sign === 13 || sign === 18 || sign === 23) {
      if (id.charCodeAt(sign) !== HYPHEN) odd = -1;
      sign += 1;
    }
    const [high, low] = [nibble(id.charCodeAt(sign)), nibble(id.charCodeAt(sign + 1))];
    odd |= (high | low) & ~15;
    array[at] = (high << 4) | low;
    at += 1;
  }
  if (odd !== 0) throw new Error(`${id} is no uuid`);
  return at;
};

/** Of ids as the database gave them, in small letters or capitals, with hyphens. */
export const uuidArray = (values: readonly (string | null)[]): Buffer => {
  const nulls = values.reduce((sum, value) => sum + (value === null ? 1 : 0), 0);
  const array = Buffer.allocUnsafe(HEAD_BYTES + values.length * (LENGTH_BYTES + UUID_BYTES) - nulls * UUID_BYTES);
  let at = begin(array, UUID, values.length);
  for (const value of values) {
    at = array.writeInt32BE(value === null ? NULL : UUID_BYTES, at);
    if (value !== null) at = writeUuid(array, value, at);
  }
  return array;
};

export const textArray = (values: readonly (string | null)[]): Buffer => {
  const bytes = values.reduce((sum, value) => sum + LENGTH_BYTES + (value === null ? 0 : Buffer.byteLength(value)), 0);
  const array = Buffer.allocUnsafe(HEAD_BYTES + bytes);
  let at = begin(array, TEXT, values.length);
  for (const value of values) {
    const length = value === null ? NULL : array.write(value, at + LENGTH_BYTES);
    array.writeInt32BE(length, at);
    at += LENGTH_BYTES + Math.max(0, length);
  }
  return array;
};
