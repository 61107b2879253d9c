/** The shared strings of a workbook are too many to hold. */
export class TooManyTexts extends Error {}

const MOST_BYTES = 64 * 2 ** 20;
const MOST_TEXTS = 8_000_000;

/** Texts by number, as bytes beside the heap: a workbook may share millions of them. Throws TooManyTexts beyond 64 MB. */
export const sharedTexts = (): { add(text: string): void; at(place: number): string | null } => {
  let bytes = Buffer.alloc(64 * 1024);
  let ends = new Uint32Array(4096);
  let count = 0;
  const used = () => (count === 0 ? 0 : (ends[count - 1] ?? 0));
  const makeRoom = (length: number) => {
    if (used() + length > MOST_BYTES || count >= MOST_TEXTS) throw new TooManyTexts();
    if (used() + length > bytes.length) {
      const grown = Buffer.alloc(Math.min(MOST_BYTES, Math.max(bytes.length * 2, used() + length)));
      bytes.copy(grown, 0, 0, used());
      bytes = grown;
    }
    if (count === ends.length) {
      const grown = new Uint32Array(ends.length * 2);
      grown.set(ends);
      ends = grown;
    }
  };
  return {
    add(text) {
      const length = Buffer.byteLength(text);
      makeRoom(length);
      const at = used();
      bytes.write(text, at);
      ends[count] = at + length;
      count += 1;
    },
    at: (place) =>
      Number.isInteger(place) && place >= 0 && place < count
        ? bytes.toString('utf8', place === 0 ? 0 : ends[place - 1], ends[place])
        : null,
  };
};
