import { expect, test } from 'vitest';
import { readPicture } from './read-picture.ts';

const bytes = (base64: string) => Buffer.from(base64, 'base64');
const PNG = bytes('iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAC0lEQVR4nGNggAEAAAwAAfHEpCgAAAAASUVORK5CYII=');
const GIF = bytes('R0lGODlhBAAFAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7');
const jpeg = (frame: number) =>
  Buffer.concat([
    bytes('/9j/4AAQSkZJRgABAQAAAQABAAD/'),
    Buffer.from([frame, 0, 17, 8, 0, 7, 0, 6, 3, 1, 0x22, 0]),
    PNG,
  ]);
const webp = (chunk: string, tail: number[]) =>
  Buffer.concat([
    Buffer.from('RIFF____WEBP'),
    Buffer.from(chunk),
    Buffer.alloc(4),
    Buffer.from(tail),
    Buffer.alloc(12),
  ]);

test.each([
  ['a PNG', PNG, ['image/png', 2, 3]],
  ['a GIF', GIF, ['image/gif', 4, 5]],
  ['a JPEG, after its other segments', jpeg(0xc0), ['image/jpeg', 6, 7]],
  ['a progressive JPEG', jpeg(0xc2), ['image/jpeg', 6, 7]],
  ['an extended WebP', webp('VP8X', [0, 0, 0, 0, 7, 0, 0, 8, 0, 0]), ['image/webp', 8, 9]],
  ['a lossy WebP', webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 10, 0, 11, 0]), ['image/webp', 10, 11]],
  ['a lossless WebP', webp('VP8L', [0x2f, 11, 0, 3, 0]), ['image/webp', 12, 13]],
])('%s is known by its bytes', (_name, given, facts) => {
  const read = readPicture(given);
  expect([read?.type, read?.width, read?.height]).toEqual(facts);
});

test.each([
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['a web page that begins like one', Buffer.from('GIF89')],
  ['a JPEG cut off', jpeg(0xc0).subarray(0, 24)],
  ['a JPEG without a frame', Buffer.concat([bytes('/9j/4AAQSkZJRgABAQAAAQABAAA='), Buffer.alloc(40)])],
  ['a PNG of no width', Buffer.concat([PNG.subarray(0, 16), Buffer.alloc(20)])],
  ['nothing', Buffer.alloc(0)],
])('%s is no picture', (_name, given) => {
  expect(readPicture(given)).toBeNull();
});
