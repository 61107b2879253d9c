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

const nibble = (code: number): number => (code < 58 ? code - 48 : (code | 32) - 87);

const writeUuid = (array: Buffer, id: string, from: number): number => {
  if (id.length !== UUID_SIGNS) throw new Error(`${id} is no uuid`);
  let at = from;
  for (let sign = 0; sign < UUID_SIGNS; sign += 2) {
    if (sign === 8 || sign === 13 || sign === 18 || sign === 23) sign += 1;
    array[at] = (nibble(id.charCodeAt(sign)) << 4) | nibble(id.charCodeAt(sign + 1));
    at += 1;
  }
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
