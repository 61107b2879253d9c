import type { ReadPiece } from './row-reading.ts';

const FIRST_BYTES = 2 ** 20;

/**
 * A piece of a file as it goes to the database. Its bytes are written over for the next piece: a buffer for each would live long enough to be
 * taken for something that stays, and fifty megabytes of them would wait for the collector.
 */
export interface PieceBytes {
  readonly rows: number;
  add(piece: ReadPiece): void;
  /** Until it is cleared. */
  bytes(): Buffer;
  clear(): void;
}

export const pieceBytes = (): PieceBytes => {
  let [room, used, rows] = [Buffer.allocUnsafe(FIRST_BYTES), 0, 0];
  const widen = (size: number) => {
    const wider = Buffer.allocUnsafe(Math.max(room.length * 2, size));
    room.copy(wider, 0, 0, used);
    room = wider;
  };
  return {
    get rows() {
      return rows;
    },
    add(piece) {
      const size = used + Buffer.byteLength(piece.lines);
      if (size > room.length) widen(size);
      used += room.write(piece.lines, used);
      rows += piece.rows;
    },
    bytes: () => room.subarray(0, used),
    clear() {
      [used, rows] = [0, 0];
    },
  };
};
