/** What the bytes of a picture say of it, whatever its name says. */
export interface PictureFacts {
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  ending: 'png' | 'jpg' | 'gif' | 'webp';
  width: number;
  height: number;
}

type Read = (bytes: Buffer) => PictureFacts | null;

const at = (bytes: Buffer, from: number, text: string): boolean =>
  bytes.subarray(from, from + text.length).toString('latin1') === text;

const png: Read = (bytes) =>
  at(bytes, 0, '\x89PNG\r\n\x1a\n') && at(bytes, 12, 'IHDR') && bytes.length >= 24
    ? { type: 'image/png', ending: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : null;

const gif: Read = (bytes) =>
  (at(bytes, 0, 'GIF87a') || at(bytes, 0, 'GIF89a')) && bytes.length >= 10
    ? { type: 'image/gif', ending: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    : null;

/** ITU T.81, B.1.1.3: the frame headers, without DHT, JPG and DAC, which lie between them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpeg: Read = (bytes) => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  for (let place = 2; place + 9 < bytes.length; ) {
    if (bytes[place] !== 0xff) return null;
    const marker = bytes[place + 1] as number;
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    if (isFrame(marker))
      return {
        type: 'image/jpeg',
        ending: 'jpg',
        height: bytes.readUInt16BE(place + 5),
        width: bytes.readUInt16BE(place + 7),
      };
    place += 2 + bytes.readUInt16BE(place + 2);
  }
  return null;
};

/** RFC 9649: simple lossy, simple lossless and extended files begin differently. */
const webp: Read = (bytes) => {
  if (!at(bytes, 0, 'RIFF') || !at(bytes, 8, 'WEBP') || bytes.length < 30) return null;
  const found = (width: number, height: number): PictureFacts => ({
    type: 'image/webp',
    ending: 'webp',
    width,
    height,
  });
  if (at(bytes, 12, 'VP8X')) return found(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
  if (at(bytes, 12, 'VP8 ')) return found(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
  if (!at(bytes, 12, 'VP8L')) return null;
  const bits = bytes.readUInt32LE(21);
  return found((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
};

/** Null: no picture that every mail program shows. */
export const readPicture = (bytes: Buffer): PictureFacts | null => {
  const facts = png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webp(bytes);
  return facts && facts.width > 0 && facts.height > 0 ? facts : null;
};
